package dev.crawler.threads;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.session.Step;
import java.io.IOException;
import java.time.Instant;

/// What the workers of a [BlockingLoop] share: a session, or something that stands before several.
/// It is asked what next under the loop's monitor, and told to carry that out outside of it, by
/// many workers at once.
///
/// Carrying out may block, and reports back by [BlockingLoop#news(Runnable)]. What it throws ends
/// the loop.
public interface Workload {
  /// What to do now; under the monitor, so without delay. [Step.Exhausted] ends the loop: whoever
  /// expects more from elsewhere answers [Step.Await] in its place.
  Step next(Instant now);

  /// Makes the request, handles its result and reports the outcome.
  void fetch(FetchTask task) throws IOException;

  /// Has the record written and reports that it is.
  void exclude(Exclusion exclusion) throws IOException;
}
