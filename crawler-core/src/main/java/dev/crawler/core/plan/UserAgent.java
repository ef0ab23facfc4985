package dev.crawler.core.plan;

/// The `User-Agent` header and the product token in it (RFC 9309 section 2.2.1).
public final class UserAgent {
  /// Name, version and where to complain.
  public static final String DEFAULT = "crawler/0.1 (+https://github.com/dev-crawler/crawler)";

  private UserAgent() {}

  /// The part that robots.txt groups are matched with: letters, `-` and `_` at the start of the
  /// header.
  ///
  /// @throws IllegalArgumentException when there is none, or a control character stands in the
  ///   header
  public static String productToken(String userAgent) {
    if (!isFieldValue(userAgent)) {
      throw new IllegalArgumentException("user-agent has a control character");
    }
    int end = 0;
    while (end < userAgent.length() && isTokenCharacter(userAgent.charAt(end))) {
      end++;
    }
    if (end == 0) {
      throw new IllegalArgumentException(
          "user-agent must begin with a product token: '" + userAgent + "'");
    }
    return userAgent.substring(0, end);
  }

  /// Whether a header can carry the text: no control character, those above ASCII neither.
  static boolean isFieldValue(String text) {
    return text.chars().allMatch(c -> c == '\t' || c < 0x100 && !Character.isISOControl(c));
  }

  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static boolean isTokenCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
  }
}
