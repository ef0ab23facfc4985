package dev.crawler.core.record;

import dev.crawler.core.fetch.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// Records as the tests of this package need them.
final class Pages {
  private Pages() {}

  /// A page with every field filled.
  static PageRecord full(String title) {
    return new PageRecord(
        "http://ex.com/a",
        RecordOutcome.OK,
        null,
        null,
        OptionalInt.of(200),
        null,
        2,
        "http://ex.com/",
        new PageRecord.Content("text/html", "UTF-8", "header", 12, true, "00ff"),
        new PageRecord.Html(
            title, "about", "http://ex.com/c", "de", new PageRecord.RobotsMeta(true, false)),
        List.of("http://ex.com/b", "http://ex.com/c"),
        new PageRecord.Trace(
            2, Instant.parse("2026-11-20T10:00:00Z"), Duration.ofNanos(1_999_999), "192.0.2.1"));
  }

  /// A failure, in which nearly everything is absent.
  static PageRecord failed(String url) {
    return new PageRecord(
        url,
        RecordOutcome.FAILED,
        FailureReason.CONNECT,
        "refused",
        OptionalInt.empty(),
        null,
        0,
        null,
        null,
        null,
        List.of(),
        new PageRecord.Trace(0, null, null, null));
  }
}
