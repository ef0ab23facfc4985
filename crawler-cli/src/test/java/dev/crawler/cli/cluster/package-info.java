/// Crawls by several processes, driven as a user drives them and killed as fate does. A test starts
/// the command as child processes, serves the site itself, and judges by two witnesses: the output
/// file, and what the server was asked, when and by which process. [ClusterRun] is what is tried,
/// [Kill] and [Freeze] are what befalls it, [CrawlJudge] says what was lost, doubled or rude.
@NullMarked
package dev.crawler.cli.cluster;

import org.jspecify.annotations.NullMarked;
