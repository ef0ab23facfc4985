package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.session.Progress.Limit;

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

  /// @param step that was decided on last
  /// @param most fetches at once
  Progress progress(Frontier frontier, Step step, int most) {
    long held = frontier.backlog().size();
    return new Progress(
        restored + records,
        frontier.known(),
        inFlight,
        frontier.queued() + held,
        requests,
        retries,
        robotsFetches,
        frontier.schedule().size(),
        inFlight >= most ? Limit.CONCURRENCY : Limit.of(step, frontier.queued(), held));
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
