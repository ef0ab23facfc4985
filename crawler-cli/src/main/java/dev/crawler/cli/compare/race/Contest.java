package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.result.Setup;
import dev.crawler.core.plan.CrawlPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What is to be compared. *Immutable.*
///
/// @param setup for people
/// @param plan that all crawl by; its seeds are not looked at
/// @param isOwnSite whether the embedded site is crawled
/// @param crawlWords options of the crawl, for the processes of the engines
/// @param seeds file with one URL a line; where the site is ours it is written when that serves
/// @param siteWords options of our site, where it is ours
/// @param jvmFlags of each engine's JVM, besides those of this one
/// @param patience how long an engine may get nothing done
public record Contest(
    Setup setup,
    CrawlPlan plan,
    boolean isOwnSite,
    List<String> crawlWords,
    Path seeds,
    List<String> siteWords,
    List<String> jvmFlags,
    Duration patience) {
  /// Copies the lists.
  public Contest {
    crawlWords = List.copyOf(crawlWords);
    siteWords = List.copyOf(siteWords);
    jvmFlags = List.copyOf(jvmFlags);
  }

  /// The same with further flags for each engine's JVM.
  public Contest flags(List<String> further) {
    return new Contest(setup, plan, isOwnSite, crawlWords, seeds, siteWords, further, patience);
  }
}
