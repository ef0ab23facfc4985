/// What is told when a crawl is over, beside its summary. For `--report`, [Losses] counts what a
/// crawl did not get, by host and reason and within bounded memory, while it runs; [LossTable]
/// shows it. Without the option nothing is counted.
@NullMarked
package dev.crawler.cli.report;

import org.jspecify.annotations.NullMarked;
