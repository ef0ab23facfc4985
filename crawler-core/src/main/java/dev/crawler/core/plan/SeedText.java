package dev.crawler.core.plan;

import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.Optional;

/// What a line of a hand-written list says: a URL as text, or nothing.
///
/// - Blank lines, `# comment` lines and a trailing ` # note` say nothing; white space before the
///   `#` is what makes it a note, so `http://ex.com/#top` keeps its fragment.
/// - A text with a scheme stays as it is, whatever the scheme: `mailto:x` becomes a record that
///   says so. A scheme is a letter, then letters, digits, `+`, `-` or `.`, then a colon that is not
///   followed by a port: `localhost:3000/x` has none.
/// - A text without one gets `https://` if that makes it a URL: `example.org`, `//example.org/x`.
///   If it does not, the text stays as it is, so that the record of a bad line shows the line.
///
/// Reading a text twice changes nothing more.
public final class SeedText {
  private static final int LONGEST_PORT = 5;

  private SeedText() {}

  /// The URL text of a line, or nothing when the line says none. Never throws.
  public static Optional<String> of(String line) {
    var text = withoutNote(strip(line));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(hasScheme(text) ? text : withScheme(text));
  }

  private static String strip(String line) {
    var text = line.strip();
    return text.startsWith("\uFEFF") ? text.substring(1).strip() : text;
  }

  private static String withoutNote(String text) {
    for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
      if (at == 0 || Character.isWhitespace(text.charAt(at - 1))) {
        return text.substring(0, at).strip();
      }
    }
    return text;
  }

  private static boolean hasScheme(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || !isLetter(text.charAt(0))) {
      return false;
    }
    return text.chars().limit(colon).allMatch(SeedText::isSchemeCharacter)
        && !isPort(text, colon + 1);
  }

  private static boolean isPort(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end > start
        && end <= start + LONGEST_PORT
        && (end == text.length() || "/?#".indexOf(text.charAt(end)) >= 0);
  }

  private static String withScheme(String text) {
    var candidate = text.startsWith("//") ? "https:" + text : "https://" + text;
    return startsHost(text) && CrawlUrl.parse(candidate) instanceof UrlResult.Valid
        ? candidate
        : text;
  }

  /// `https:///path` would be read as a host named `path`.
  private static boolean startsHost(String text) {
    int first = text.startsWith("//") ? 2 : 0;
    return first < text.length() && "/\\?:.@".indexOf(text.charAt(first)) < 0;
  }

  private static boolean isSchemeCharacter(int c) {
    return isLetter(c) || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
