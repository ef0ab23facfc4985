package dev.crawler.core.record;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.simhash.SimHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Records of every kind, one for each state of a source of chance. *No state.*
final class RandomRecords {
  /// Quotes, controls, what a terminal obeys, half and whole characters beyond the first 65,536.
  private static final String ALPHABET =
      "ab/:\"\\\0\u001B\n\r\t\u007F\u0085\u2028\u202E\uD83D\uDE00\uFFFD\u00E4{}[],";

  private RandomRecords() {}

  static PageRecord record(Random random) {
    var outcome = one(random, RecordOutcome.values());
    return new PageRecord(
        text(random),
        outcome,
        reason(random, outcome),
        orNull(random, () -> text(random)),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(600)),
        orNull(random, () -> text(random)),
        random.nextInt(5),
        orNull(random, () -> text(random)),
        orNull(random, () -> content(random)),
        orNull(random, () -> html(random)),
        texts(random),
        orNull(random, () -> version(random)),
        trace(random));
  }

  /// A record that ended for that reason.
  static PageRecord ended(RecordOutcome outcome, Reason reason) {
    return new PageRecord(
        "http://ex.com/",
        outcome,
        reason,
        null,
        OptionalInt.empty(),
        null,
        0,
        null,
        null,
        null,
        List.of(),
        new PageRecord.Trace(0, null, null, null));
  }

  /// A page with those links.
  static PageRecord linking(List<String> links) {
    return new PageRecord(
        "http://ex.com/",
        RecordOutcome.OK,
        null,
        null,
        OptionalInt.of(200),
        null,
        0,
        null,
        null,
        null,
        links,
        new PageRecord.Trace(1, Instant.EPOCH, Duration.ZERO, "::1"));
  }

  private static @Nullable Reason reason(Random random, RecordOutcome outcome) {
    return switch (outcome) {
      case FAILED -> one(random, FailureReason.values());
      case EXCLUDED -> one(random, ExclusionReason.values());
      case OK, REDIRECT, HTTP_ERROR -> null;
    };
  }

  private static PageRecord.Content content(Random random) {
    return new PageRecord.Content(
        orNull(random, () -> text(random)),
        orNull(random, () -> text(random)),
        orNull(random, () -> text(random)),
        random.nextLong(1L << 40),
        random.nextBoolean(),
        text(random));
  }

  private static PageRecord.Html html(Random random) {
    return new PageRecord.Html(
        orNull(random, () -> text(random)),
        orNull(random, () -> text(random)),
        orNull(random, () -> text(random)),
        orNull(random, () -> text(random)),
        new PageRecord.RobotsMeta(random.nextBoolean(), random.nextBoolean()),
        orNull(random, () -> new SimHash(random.nextLong())));
  }

  private static PageRecord.Version version(Random random) {
    return new PageRecord.Version(
        new Validators(orNull(random, () -> "\"x\""), orNull(random, () -> text(random))),
        random.nextBoolean(),
        texts(random));
  }

  private static PageRecord.Trace trace(Random random) {
    return new PageRecord.Trace(
        random.nextInt(4),
        orNull(
            random, () -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
        orNull(random, () -> Duration.ofNanos(random.nextLong(1L << 40))),
        orNull(random, () -> text(random)),
        orNull(random, () -> text(random)));
  }

  private static <T> T one(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static List<String> texts(Random random) {
    return Stream.generate(() -> text(random)).limit(random.nextInt(4)).toList();
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static <T> @Nullable T orNull(Random random, Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}
