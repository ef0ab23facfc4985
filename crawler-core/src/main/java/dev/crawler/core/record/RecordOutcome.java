package dev.crawler.core.record;

import java.util.Locale;

/// How a URL ended, as its record says.
public enum RecordOutcome {
  /// 2xx.
  OK,
  /// 3xx.
  REDIRECT,
  /// A final 4xx or 5xx.
  HTTP_ERROR,
  /// No usable answer.
  FAILED,
  /// Not fetched.
  EXCLUDED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The word in a record's `outcome`.
  public String label() {
    return label;
  }
}
