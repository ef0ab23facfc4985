package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;

/// What a session counts. *Confined to its session.*
final class Tally {
  /// Records that a former process has written.
  long restored;

  long records;
  long requests;
  long retries;
  long robotsFetches;
  int inFlight;
  int excluding;

  void started(FetchTask task) {
    inFlight++;
    requests++;
    if (task.purpose() == FetchTask.Purpose.ROBOTS) {
      robotsFetches++;
    }
  }

  /// Whether something is out: a fetch, or a record to be written.
  boolean isOpen() {
    return inFlight > 0 || excluding > 0;
  }

  Progress progress(Frontier frontier, Progress.Limit limit) {
    return new Progress(
        restored + records,
        frontier.known(),
        inFlight,
        frontier.queued() + frontier.backlog().size(),
        requests,
        retries,
        robotsFetches,
        frontier.schedule().size(),
        limit);
  }

  CrawlReport report(Frontier frontier, SitemapReport sitemaps, boolean stopped) {
    return new CrawlReport(
        records,
        requests,
        retries,
        robotsFetches,
        frontier.boundary().outOfScope(),
        frontier.overBudget(),
        frontier.hosts().size(),
        sitemaps,
        stopped);
  }
}
