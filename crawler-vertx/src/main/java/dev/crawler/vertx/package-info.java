/// The event loop: one context of Vert.x owns the session, asks it what next, and returns; it never
/// waits. A fetch is a composition of futures; handling, the one thing that takes CPU, goes to
/// worker threads and comes back as a turn of the loop. Read [VertxCrawl] first: it is the loop;
/// then [VertxFetcher], one fetch as one composition; `client` holds what Vert.x's own client
/// lacks.
///
/// ```
///   turn:  advance() ──▶ session.next ──▶ fetch ──▶ lease ▸ send ▸ read ──┐  (event loop)
///             ▲                                                           ▼
///             └──── session.absorb ◀──────────────────────────────── handle  (workers)
/// ```
@NullMarked
package dev.crawler.vertx;

import org.jspecify.annotations.NullMarked;
