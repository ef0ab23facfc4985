package dev.crawler.processes.part;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// Records as the tests of this package need them. *No state.*
final class Records {
  private Records() {}

  /// A page of that URL.
  static PageRecord page(String url) {
    return page(url, List.of());
  }

  /// A page of that URL with links.
  static PageRecord page(String url, List<String> links) {
    return new PageRecord(
        url,
        RecordOutcome.OK,
        null,
        null,
        OptionalInt.of(200),
        null,
        1,
        "http://ex.com/",
        new PageRecord.Content("text/html", "UTF-8", "header", 12, false, "00ff"),
        new PageRecord.Html("Ä\n\0", null, null, "de", new PageRecord.RobotsMeta(true, false)),
        links,
        new PageRecord.Trace(
            1, Instant.parse("2026-11-20T10:00:00.123Z"), Duration.ofMillis(7), "192.0.2.1"));
  }

  /// The refusal of an input text.
  static PageRecord refused(String text) {
    return new PageRecord(
        text,
        RecordOutcome.EXCLUDED,
        ExclusionReason.INVALID_URL,
        "no URL",
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
