/// One blocking loop, run three ways: by one thread, by a pool of platform threads, by a virtual
/// thread for each fetch in flight. The session is guarded by one monitor; whoever holds it
/// decides. Read [BlockingCrawl] first: it is the loop; then [Alarm], by which its workers wait;
/// the engines only say who runs it.
///
/// ```
///   work():  take a task -> fetch it (blocks) -> handle it (CPU, sink) -> absorb the outcome
///              |                                                            |
///              `--- monitor: session.next, wait ---   --- monitor: session.absorb, notify ---'
/// ```
@NullMarked
package dev.crawler.threads;

import org.jspecify.annotations.NullMarked;
