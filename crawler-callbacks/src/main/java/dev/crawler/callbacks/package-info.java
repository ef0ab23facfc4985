/// The crawl by callbacks: one thread, hand-built into a loop, owns the session and never waits;
/// whatever takes time is given away together with the code that goes on afterwards. No lock and no
/// wait is needed, for only the loop touches the session; the price is that a page's way is cut
/// into three pieces that run on three threads, and that no stack shows it whole. Read
/// [CallbackCrawl] first, which is the crawl in turns; then [EventLoop], which runs them; then
/// core's `Call`, which comes back exactly once, and `Watchdog`, which notices when it does not.
///
/// ```
///   loop      advance(): session.next ─ fetch ─┐            ┌─▶ session.absorb, advance()
///   client                                     └▶ ... ─┐    │
///   parsers                                            └▶ handle (CPU, sink)
/// ```
@NullMarked
package dev.crawler.callbacks;

import org.jspecify.annotations.NullMarked;
