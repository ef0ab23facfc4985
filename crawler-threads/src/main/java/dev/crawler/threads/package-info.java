/// One blocking loop, run three ways: by one thread, by a pool of platform threads, by a virtual
/// thread for each fetch in flight. The session is guarded by one monitor; whoever holds it
/// decides. Read [BlockingCrawl] first: it is what a worker does; then [BlockingLoop], which has it
/// done, and [Alarm], by which workers wait; the engines only say who runs it. The loop is public
/// for the engine of processes, each of which runs it over its share of a crawl.
///
/// ```
///   work():  take a turn -> fetch (blocks) -> handle (CPU, sink) -> news: absorb the outcome
///              |                                                      |
///              `-- monitor: session.next, wait --   -- monitor: session.absorb, notify --'
/// ```
@NullMarked
package dev.crawler.threads;

import org.jspecify.annotations.NullMarked;
