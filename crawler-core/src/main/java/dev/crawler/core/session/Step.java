package dev.crawler.core.session;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FetchTask;
import java.time.Instant;

/// What a driver does now. *Immutable.*
public sealed interface Step {
  /// Fetch this now, handle the result, and report the outcome through [CrawlSession#absorb].
  record Fetch(FetchTask task) implements Step {}

  /// Do not fetch this: let the handler write its record, and report the outcome in the same way.
  record Exclude(FetchTask task, ExclusionReason reason) implements Step {}

  /// Politeness or backoff: ask again then, or when an outcome arrives.
  record Pause(Instant until) implements Step {}

  /// Only an outcome can change the answer.
  record Await() implements Step {}

  /// Nothing queued and nothing in flight: the crawl is over, and stays so.
  record Exhausted() implements Step {}
}
