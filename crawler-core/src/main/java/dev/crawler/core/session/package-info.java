/// One crawl, or one shard of it, as a state machine without I/O: what to fetch next, and what an
/// outcome changes. Every rule of crawling lives here once: politeness, robots, retries, redirects,
/// levels, limits, traps. A driver owns a session and excludes; time is a parameter.
///
/// The life of a host, as its queue sees it:
///
/// ```
///             a link arrives                    its instant has come
///  DORMANT ------------------> WAITING -------------------------------> BUSY
///     ^                          ^   nothing left                         |
///     |                          |------------------- links left ---------|
///     `--------------------------------- none left ----- outcome ---------'
/// ```
@NullMarked
package dev.crawler.core.session;

import org.jspecify.annotations.NullMarked;
