package dev.crawler.core.cookie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date as cookies have it: in any order, with any words between (RFC 6265 section 5.1.1).
/// *Confined to one thread: made for one text.*
final class CookieDate {
  private static final Pattern DELIMITERS =
      Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[^0-9].*)?");
  private static final Pattern DAY = Pattern.compile("([0-9]{1,2})(?:[^0-9].*)?");
  private static final Pattern YEAR = Pattern.compile("([0-9]{2,4})(?:[^0-9].*)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int LONGEST = 256;
  private static final int FIRST_YEAR = 1601;

  private int @Nullable [] time;
  private int day;
  private int month;
  private int year = -1;

  private CookieDate() {}

  /// The moment, if the text names one.
  static Optional<Instant> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var date = new CookieDate();
    DELIMITERS.splitAsStream(text).forEach(date::read);
    return date.instant();
  }

  /// Takes a word for the first thing that it can be and that is not there yet.
  private void read(String word) {
    var hms = TIME.matcher(word);
    if (time == null && hms.matches()) {
      time = new int[] {number(hms.group(1)), number(hms.group(2)), number(hms.group(3))};
      return;
    }
    var dayOfMonth = DAY.matcher(word);
    if (day == 0 && dayOfMonth.matches()) {
      day = number(dayOfMonth.group(1));
      return;
    }
    if (month == 0 && word.length() >= 3) {
      month = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
      if (month > 0) {
        return;
      }
    }
    var years = YEAR.matcher(word);
    if (year < 0 && years.matches()) {
      year = inFull(number(years.group(1)));
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int inFull(int year) {
    if (year >= 70 && year <= 99) {
      return year + 1900;
    }
    return year <= 69 ? year + 2000 : year;
  }

  private Optional<Instant> instant() {
    if (time == null || day == 0 || month == 0 || year < FIRST_YEAR) {
      return Optional.empty();
    }
    try {
      var local = LocalDateTime.of(year, month, day, time[0], time[1], time[2]);
      return Optional.of(local.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty(); // the 31st of February
    }
  }
}
