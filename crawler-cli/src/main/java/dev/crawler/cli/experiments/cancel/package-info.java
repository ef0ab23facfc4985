/// Cancels crawls with thousands of exchanges in flight: how long the site still hears of them, and
/// what is left. A site that never ends an answer and the crawl have a process each.
///
/// ```
///  CancelExperiment ──lines──▶ StallProcess    (never ends an answer, notes what it hears)
///                   └─lines──▶ CancelProcess   (crawls with one engine, and cancels)
/// ```
@NullMarked
package dev.crawler.cli.experiments.cancel;

import org.jspecify.annotations.NullMarked;
