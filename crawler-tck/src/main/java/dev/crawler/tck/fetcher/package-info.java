/// What every fetcher must do, as tests that a client's test inherits: see [FetcherContract]. Each
/// scenario plays a script on raw sockets of the loopback interface; nothing leaves the machine and
/// no port is fixed. Engines are held to what becomes of a fetch by `dev.crawler.tck.contract`, so
/// this is about single requests: their bytes, their connections, their ends.
///
/// ```
/// final class ApacheFetcherContractTest extends FetcherContract {
///   @Override
///   public BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver) {
///     return ApacheFetcher.of(settings, resolver, InstantSource.system(), 8);
///   }
/// }
/// ```
@NullMarked
package dev.crawler.tck.fetcher;

import org.jspecify.annotations.NullMarked;
