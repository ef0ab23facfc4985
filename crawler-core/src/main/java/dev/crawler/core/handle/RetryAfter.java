package dev.crawler.core.handle;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads `Retry-After` (RFC 9110 section 10.2.3): seconds, or a date in one of the three formats of
/// section 5.6.7. The day of the week is not looked at, since nothing hangs on it. *No state.*
final class RetryAfter {
  /// A host that asks for more gets this much.
  static final Duration CAP = Duration.ofMinutes(5);

  private static final int MAX_DIGITS = 9;
  private static final int CENTURY_WINDOW = 50;

  private RetryAfter() {}

  /// How long to leave the host alone from `now` on: zero for a past date, empty for what is
  /// neither seconds nor a date.
  static Optional<Duration> parse(String value, Instant now) {
    var text = value.strip();
    if (!text.isEmpty() && text.chars().allMatch(Ascii::isDigit)) {
      return Optional.of(
          text.length() > MAX_DIGITS ? CAP : capped(Duration.ofSeconds(Long.parseLong(text))));
    }
    return date(text, now).map(date -> capped(Duration.between(now, date)));
  }

  private static Duration capped(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(CAP) > 0 ? CAP : wait;
  }

  private static Optional<Instant> date(String text, Instant now) {
    int comma = text.indexOf(',');
    var day = comma < 0 ? text.replaceFirst("^[A-Za-z]{3} +", "") : text.substring(comma + 1);
    var plain = day.strip().replaceAll(" +", " ");
    return formats(now).stream().flatMap(format -> date(plain, format).stream()).findFirst();
  }

  private static Optional<Instant> date(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static List<DateTimeFormatter> formats(Instant now) {
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    return List.of(
        format().appendPattern("d MMM uuuu HH:mm:ss 'GMT'").toFormatter(Locale.ENGLISH),
        format()
            .appendPattern("d-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, year - CENTURY_WINDOW + 1)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.ENGLISH),
        format().appendPattern("MMM d HH:mm:ss uuuu").toFormatter(Locale.ENGLISH));
  }

  private static DateTimeFormatterBuilder format() {
    return new DateTimeFormatterBuilder().parseCaseInsensitive();
  }
}
