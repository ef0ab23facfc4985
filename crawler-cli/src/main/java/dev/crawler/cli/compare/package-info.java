/// Compares engines: proves that they did the same work, then measures it, then shows it.
/// [ComparisonJob] is what a command runs. The parts are below: `race` lets engines crawl in turn,
/// each in a process that `engine` is, started by `jvm`, against the `site`; `proof` judges;
/// `result` is what comes of it, shown by `report` and written by `json`.
///
/// ```
///  ComparisonJob ──▶ race ──▶ jvm ──pipe──▶ engine   (a process for each crawl)
///                     │  └──────────pipe──▶ site     (one process)
///                     ▼
///                   proof ──▶ result ──▶ report, json
/// ```
@NullMarked
package dev.crawler.cli.compare;

import org.jspecify.annotations.NullMarked;
