package dev.crawler.core.fetch;

/// The first line of an answer (RFC 9112 section 4). Blanks before and between its parts may be
/// many, the reason may be anything or nothing; a version of more than one digit before the dot, or
/// a status of other than three digits, is no HTTP.
public final class AnswerLine {
  private static final String NAME = "HTTP/";
  private static final int MOST_DIGITS = 9;
  private static final int STATUS_DIGITS = 3;

  private AnswerLine() {}

  /// The status, 100 to 999 and not 101, which nobody asked for; or -1 for what is no such line.
  public static int status(CharSequence line) {
    int name = blanks(line, 0);
    if (!startsWith(line, name, NAME)) {
      return -1;
    }
    int major = name + NAME.length();
    int dot = digits(line, major);
    int end = dot == major + 1 && is(line, dot, '.') ? digits(line, dot + 1) : 0;
    int start = blanks(line, end);
    int after = digits(line, start);
    boolean formed =
        line.charAt(major) <= '1'
            && end > dot + 1
            && end - dot <= MOST_DIGITS
            && start > end
            && after - start == STATUS_DIGITS
            && (after == line.length() || isBlank(line.charAt(after)));
    return formed ? known(line, start) : -1;
  }

  /// Whether the version is 1.0 or below: the connection ends with the answer then, unless it says
  /// otherwise. Asked of a line that has a status.
  public static boolean isOld(CharSequence line) {
    int major = blanks(line, 0) + NAME.length();
    int end = digits(line, major + 2);
    return line.charAt(major) == '0'
        || line.subSequence(major + 2, end).chars().allMatch(c -> c == '0');
  }

  private static int known(CharSequence line, int start) {
    int status = Integer.parseInt(line, start, start + STATUS_DIGITS, 10);
    return status < 100 || status == 101 ? -1 : status;
  }

  private static boolean startsWith(CharSequence line, int at, String word) {
    return line.length() > at + word.length()
        && word.contentEquals(line.subSequence(at, at + word.length()));
  }

  private static boolean is(CharSequence line, int at, char c) {
    return at < line.length() && line.charAt(at) == c;
  }

  private static int digits(CharSequence line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int blanks(CharSequence line, int from) {
    int at = from;
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
