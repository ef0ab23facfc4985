/// The seam between a crawl and what runs it: an engine starts a plan and returns a run. Engines
/// are found by [java.util.ServiceLoader] alone. An engine asks its session what next; it holds no
/// rule of crawling itself. What every engine owes a run is here as well: how it ends ([Ending]),
/// and who notices what nobody waits for ([LoopWatch], [Watchdog]).
@NullMarked
package dev.crawler.core.engine;

import org.jspecify.annotations.NullMarked;
