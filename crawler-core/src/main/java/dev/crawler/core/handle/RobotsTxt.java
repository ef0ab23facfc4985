package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;

/// Reads robots.txt after RFC 9309, with the tolerance of Google's parser for common misspellings.
/// We have our own since the library at hand misreads some patterns and paths
/// (`docs/adr/0005-robots.md`). *Confined to one thread.*
final class RobotsTxt {
  /// RFC 9309 section 2.5 asks for 500 KiB at least; the rest is not read.
  static final int LIMIT = 512 << 10;

  private static final String MARK = "\u00EF\u00BB\u00BF";

  /// `Sitemap` lines that count; a long site has an index.
  private static final int MAX_SITEMAPS = 1_000;

  private final String text;
  private final RobotsGroups groups;
  private final List<String> sitemaps = new ArrayList<>(0);

  private RobotsTxt(String text, String productToken) {
    this.text = text;
    this.groups = new RobotsGroups(productToken);
    forEachLine(this::readLine);
  }

  /// The rules in the first bytes of an array for that product token.
  static RobotsRules parse(byte[] bytes, int length, String productToken) {
    return read(bytes, length, productToken).found().rules();
  }

  /// The same with the file behind them.
  static RobotsTxt read(byte[] bytes, int length, String productToken) {
    return new RobotsTxt(new String(bytes, 0, Math.min(length, LIMIT), ISO_8859_1), productToken);
  }

  /// What is in it: the rules that bind us, and the sitemaps.
  RobotsVerdict.Found found() {
    return new RobotsVerdict.Found(groups.rules(), sitemaps);
  }

  /// The lines that bind us as to a URL.
  RobotsPassage passage(CrawlUrl url) {
    return new RobotsPassage(line(groups.agentLine()), line(groups.decidingLine(url)));
  }

  private Optional<RobotsPassage.Line> line(int number) {
    var found = new AtomicReference<RobotsPassage.Line>();
    forEachLine((line, at) -> {
      if (at == number) {
        var octets = line.strip().getBytes(ISO_8859_1);
        found.set(new RobotsPassage.Line(number, new String(octets, UTF_8)));
      }
    });
    return Optional.ofNullable(found.get());
  }

  /// Lines with their numbers from 1; CR LF is one end, as in every editor.
  private void forEachLine(ObjIntConsumer<String> reader) {
    int start = 0;
    while (start < Math.min(MARK.length(), text.length())
        && text.charAt(start) == MARK.charAt(start)) {
      start++;
    }
    for (int number = 1; start < text.length(); number++) {
      int end = endOfLine(text, start);
      reader.accept(text.substring(start, end), number);
      start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
  }

  private static int endOfLine(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private void readLine(String line, int number) {
    int comment = line.indexOf('#');
    var content = (comment < 0 ? line : line.substring(0, comment)).strip();
    int colon = content.indexOf(':');
    if (colon >= 0) {
      read(content.substring(0, colon).strip(), content.substring(colon + 1).strip(), number);
      return;
    }
    var words = Ascii.words(content);
    if (words.size() == 2) {
      read(words.getFirst(), words.getLast(), number);
    }
  }

  private void read(String key, String value, int number) {
    switch (key.toLowerCase(Locale.ROOT)) {
      case "user-agent", "useragent", "user agent" -> groups.agent(value, number);
      case "allow" -> groups.rule(true, value, number);
      case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw" ->
          groups.rule(false, value, number);
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
