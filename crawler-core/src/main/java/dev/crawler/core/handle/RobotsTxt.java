package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads robots.txt after RFC 9309, with the tolerance of Google's parser for common misspellings.
/// We have our own since the library at hand misreads some patterns and paths
/// (`docs/adr/0005-robots.md`). *Confined to one thread.*
final class RobotsTxt {
  /// RFC 9309 section 2.5 asks for 500 KiB at least; the rest is not read.
  static final int LIMIT = 512 << 10;

  private static final String MARK = "\u00EF\u00BB\u00BF";

  /// `Sitemap` lines that count; a long site has an index.
  private static final int MAX_SITEMAPS = 1_000;

  private final RobotsGroups groups;
  private final List<String> sitemaps = new ArrayList<>(0);

  private RobotsTxt(RobotsGroups groups) {
    this.groups = groups;
  }

  /// The rules in the first bytes of an array for that product token.
  static RobotsRules parse(byte[] bytes, int length, String productToken) {
    return read(bytes, length, productToken).rules();
  }

  /// The rules, and the sitemaps that it names.
  static RobotsVerdict.Found read(byte[] bytes, int length, String productToken) {
    var robots = new RobotsTxt(new RobotsGroups(productToken));
    var text = new String(bytes, 0, Math.min(length, LIMIT), ISO_8859_1);
    int start = 0;
    while (start < Math.min(MARK.length(), text.length())
        && text.charAt(start) == MARK.charAt(start)) {
      start++;
    }
    while (start < text.length()) {
      int end = endOfLine(text, start);
      robots.readLine(text.substring(start, end));
      start = end + 1;
    }
    return new RobotsVerdict.Found(robots.groups.rules(), robots.sitemaps);
  }

  private static int endOfLine(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private void readLine(String line) {
    int comment = line.indexOf('#');
    var content = (comment < 0 ? line : line.substring(0, comment)).strip();
    int colon = content.indexOf(':');
    if (colon >= 0) {
      read(content.substring(0, colon).strip(), content.substring(colon + 1).strip());
      return;
    }
    var words = Ascii.words(content);
    if (words.size() == 2) {
      read(words.getFirst(), words.getLast());
    }
  }

  private void read(String key, String value) {
    switch (key.toLowerCase(Locale.ROOT)) {
      case "user-agent", "useragent", "user agent" -> groups.agent(value);
      case "allow" -> groups.rule(true, value);
      case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw" ->
          groups.rule(false, value);
      case "crawl-delay", "crawldelay", "crawl delay" -> groups.crawlDelay(value);
      case "sitemap", "site-map" -> {
        if (sitemaps.size() < MAX_SITEMAPS) {
          sitemaps.add(value);
        }
      }
      default -> {}
    }
  }
}
