/// What every engine must do, as tests that an engine inherits: see [EngineContract]. The rules are
/// numbered in `docs/spec.md`; each test is tagged with those that it holds an engine to. Sites and
/// servers do the judging, so an engine is never believed about itself.
///
/// ```
/// class VirtualContractTest extends EngineContract {
///   @Override
///   public CrawlEngine engine() {
///     return new VirtualEngine();
///   }
/// }
/// ```
@NullMarked
package dev.crawler.tck.contract;

import org.jspecify.annotations.NullMarked;
