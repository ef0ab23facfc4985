package dev.crawler.core.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The WHATWG basic URL parser for the schemes http and https. The standard's state machine is read
/// by regions instead of characters: both schemes are special, so the end of each region is known
/// before its inside is, and what is clean in it is copied in runs. State names in the comments are
/// the standard's. *Confined to one call.*
final class UrlParser {
  private final String text;
  private final @Nullable CrawlUrl base;

  private UrlParser(String text, @Nullable CrawlUrl base) {
    this.text = text;
    this.base = base;
  }

  /// Reads `input`, relative to `base` when there is one. What follows a scheme that is not crawled
  /// is not looked at.
  static UrlResult parse(String input, @Nullable CrawlUrl base) {
    return new UrlParser(UrlText.clean(input), base).parse();
  }

  /// Scheme start, scheme, no scheme, and special relative or authority state.
  private UrlResult parse() {
    var colon = schemeEnd();
    if (colon < 0) {
      return base == null
          ? new UrlResult.Invalid("a relative reference without a base")
          : relative(base, 0);
    }
    if (!isCrawled(colon)) {
      return new UrlResult.Unsupported(text.substring(0, colon).toLowerCase(Locale.ROOT));
    }
    var scheme = colon == "https".length() ? "https" : "http";
    return base != null && base.scheme().equals(scheme) && !text.startsWith("//", colon + 1)
        ? relative(base, colon + 1)
        : authority(scheme, colon + 1);
  }

  private boolean isCrawled(int colon) {
    return (colon == 4 || colon == 5) && text.regionMatches(true, 0, "https", 0, colon);
  }

  /// The index of the colon that ends a scheme, or -1 when the text begins with none.
  private int schemeEnd() {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == ':' && i > 0) {
        return i;
      }
      var letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      var later = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !later)) {
        return -1;
      }
    }
    return -1;
  }

  /// Relative and relative slash state.
  private UrlResult relative(CrawlUrl from, int at) {
    if (UrlText.isSlash(text, at)) {
      return UrlText.isSlash(text, at + 1)
          ? authority(from.scheme(), at)
          : valid(new UrlWriter(text, from, from.pathStart()).path(at + 1));
    }
    if (at == text.length()) {
      return valid(new UrlWriter(text, from, from.fragmentStart()).fragment(at));
    }
    return valid(
        switch (text.charAt(at)) {
          case '?' -> new UrlWriter(text, from, from.queryStart()).query(at);
          case '#' -> new UrlWriter(text, from, from.fragmentStart()).fragment(at);
          default -> new UrlWriter(text, from, lastSlash(from)).path(at);
        });
  }

  private static int lastSlash(CrawlUrl url) {
    return url.href().lastIndexOf('/', url.queryStart() - 1);
  }

  /// Special authority ignore slashes, authority, host and port state.
  private UrlResult authority(String scheme, int from) {
    var start = from;
    while (UrlText.isSlash(text, start)) {
      start++;
    }
    return switch (Authority.parse(text, start, Authority.defaultPort(scheme))) {
      case Authority.Malformed(var why) -> new UrlResult.Invalid(why);
      case Authority.WellFormed authority -> {
        var writer = new UrlWriter(text, scheme);
        writer.authority(start, authority);
        var end = authority.end();
        yield valid(writer.path(UrlText.isSlash(text, end) ? end + 1 : end));
      }
    };
  }

  private static UrlResult valid(CrawlUrl url) {
    return new UrlResult.Valid(url);
  }
}
