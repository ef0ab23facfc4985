package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import java.time.Instant;

/// What a driver does now. *Immutable.*
public sealed interface Step {
  /// Fetch this now, handle the result, and report the outcome through [CrawlSession#absorb].
  record Fetch(FetchTask task) implements Step {}

  /// Fetch nothing: let the handler write this record, and report it through [CrawlSession#settle].
  record Exclude(Exclusion exclusion) implements Step {}

  /// Politeness or backoff: ask again then, or when an outcome arrives.
  record Pause(Instant until) implements Step {}

  /// Only an outcome can change the answer.
  record Await() implements Step {}

  /// Nothing queued and nothing in flight: the crawl is over, and stays so.
  record Exhausted() implements Step {}
}
