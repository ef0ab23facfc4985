package dev.crawler.core.handle;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Sink;
import java.io.IOException;

/// Turns what the network gave into an outcome for the session and, when the task is over, a record
/// for the sink. Costs hundreds of microseconds of CPU for a page; may block on the sink.
/// *Thread-safe.*
public final class PageHandler {
  private final CrawlPlan plan;
  private final Sink sink;

  /// A handler for one run.
  public PageHandler(CrawlPlan plan, Sink sink) {
    this.plan = plan;
    this.sink = sink;
  }

  /// Handles the result of a fetch.
  ///
  /// @throws IOException when the sink could not take the record: the run must end
  public Outcome handle(FetchTask task, FetchResult result) throws IOException {
    throw new UnsupportedOperationException("" + plan + sink + task + result);
  }

  /// Records a URL that is not fetched.
  ///
  /// @throws IOException when the sink could not take the record: the run must end
  public void exclude(Exclusion exclusion) throws IOException {
    throw new UnsupportedOperationException("" + exclusion);
  }
}
