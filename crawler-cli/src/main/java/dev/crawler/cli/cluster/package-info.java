/// Crawls by several processes, driven as a user drives them and killed as fate does: the command
/// runs as child processes, the site is served here, and two witnesses judge, the output file and
/// what the server was asked, when and by which process. [ClusterRun] is what is tried, [Kill] what
/// befalls it, [Trial] and [CrawlJudge] say what was lost, doubled or rude; tests use them, and
/// [DeathSweep] for an experiment.
@NullMarked
package dev.crawler.cli.cluster;

import org.jspecify.annotations.NullMarked;
