package dev.crawler.cli.explain;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;

/// What becomes of a URL. *Immutable.*
public sealed interface Ruling {
  /// It would be asked for.
  record Fetched() implements Ruling {}

  /// It would get a record `excluded` with that reason.
  record Excluded(ExclusionReason reason) implements Ruling {}

  /// It would get a record `failed` with that reason, without being asked for.
  record Failed(FailureReason reason) implements Ruling {}

  /// It would be counted and get no record: it does not belong, and was not named.
  record OutOfScope() implements Ruling {}

  /// It would not be found: no seed that may link to it is fetched.
  record NotFound() implements Ruling {}
}
