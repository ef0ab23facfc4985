/// What is told when a crawl is over, beside its summary: [EndReport]. For `--report`, [Losses]
/// counts what a crawl did not get, by host and reason, and [Duplicates] notes what may be nearly
/// the same, both while it runs and within bounded memory; [LossTable] and [DuplicateTable] show
/// it. Without the option nothing is counted.
@NullMarked
package dev.crawler.cli.report;

import org.jspecify.annotations.NullMarked;
