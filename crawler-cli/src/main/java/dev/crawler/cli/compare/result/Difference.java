package dev.crawler.cli.compare.result;

import org.jspecify.annotations.Nullable;

/// Where one crawl is not like the first one, or not as it should be. *Immutable.*
///
/// @param check that failed
/// @param engine whose crawl it is
/// @param round from 1
/// @param against the engine that it was compared with, or null where it is wrong by itself
/// @param url that it is about, or null
/// @param field of the record, or null
/// @param text the whole in one line, for a person
public record Difference(
    Check check,
    String engine,
    int round,
    @Nullable String against,
    @Nullable String url,
    @Nullable String field,
    String text) {
  /// What is compared.
  public enum Check {
    /// Whether the crawl came to its end.
    END,
    /// Sorted records without their volatile fields.
    RECORDS,
    /// What was asked for, how often.
    REQUESTS,
    /// One at a time, the delay, robots.txt first, nothing after a final answer.
    POLITENESS
  }
}
