package dev.crawler.core.session;

/// How a crawl went, in numbers. *Immutable.*
///
/// @param records URLs that ended, with a record each
/// @param requests fetches made, robots.txt and retries included
/// @param retries fetches made again
/// @param robotsFetches robots.txt requests among them
/// @param outOfScope discovered links that did not belong, counted with repetitions
/// @param overBudget discovered URLs beyond `--max-pages`
/// @param hosts hosts that were asked for anything
/// @param sitemaps what came of sitemaps
/// @param stopped whether it was stopped before its end
public record CrawlReport(
    long records,
    long requests,
    long retries,
    long robotsFetches,
    long outOfScope,
    long overBudget,
    int hosts,
    SitemapReport sitemaps,
    boolean stopped) {
  /// How a crawl without sitemaps went.
  public CrawlReport(
      long records,
      long requests,
      long retries,
      long robotsFetches,
      long outOfScope,
      long overBudget,
      int hosts,
      boolean stopped) {
    this(
        records,
        requests,
        retries,
        robotsFetches,
        outOfScope,
        overBudget,
        hosts,
        SitemapReport.NONE,
        stopped);
  }

  /// That of no crawl.
  public static final CrawlReport NONE = new CrawlReport(0, 0, 0, 0, 0, 0, 0, false);

  /// The same for so many records, by who has counted them.
  public CrawlReport of(long written, boolean wasStopped) {
    return new CrawlReport(
        written,
        requests,
        retries,
        robotsFetches,
        outOfScope,
        overBudget,
        hosts,
        sitemaps,
        wasStopped);
  }

  /// How this part of a crawl and another one went together.
  public CrawlReport plus(CrawlReport other) {
    return new CrawlReport(
        records + other.records,
        requests + other.requests,
        retries + other.retries,
        robotsFetches + other.robotsFetches,
        outOfScope + other.outOfScope,
        overBudget + other.overBudget,
        hosts + other.hosts,
        sitemaps.plus(other.sitemaps),
        stopped || other.stopped);
  }
}
