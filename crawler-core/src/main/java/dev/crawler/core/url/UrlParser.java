package dev.crawler.core.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The WHATWG basic URL parser for the schemes http and https. The standard's state machine is read
/// by its regions instead of its characters: both schemes are special, so the end of the authority
/// is known before its inside is, and each region is copied in runs. State names in the comments
/// are the standard's. *Confined to one call.*
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
    return new UrlParser(InputText.clean(input), base).parse();
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /// Scheme start, scheme, no scheme, and "special relative or authority" state.
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
    var scheme = colon == 5 ? "https" : "http";
    var shared = base != null && base.scheme().equals(scheme);
    return base != null && shared && !text.startsWith("//", colon + 1)
        ? relative(base, colon + 1)
        : authority(scheme, afterSlashes(colon + 1));
  }

  private boolean isCrawled(int colon) {
    return (colon == 4 || colon == 5) && text.regionMatches(true, 0, "https", 0, colon);
  }

  /// The index of the colon that ends a scheme, or -1.
  private int schemeEnd() {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (!letter && i == 0) {
        return -1;
      }
      if (c == ':') {
        return i;
      }
      if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') {
        return -1;
      }
    }
    return -1;
  }

  /// Relative and relative slash state.
  private UrlResult relative(CrawlUrl from, int at) {
    if (isSlash(at)) {
      return isSlash(at + 1)
          ? authority(from.scheme(), afterSlashes(at))
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

  /// Special authority ignore slashes state.
  private int afterSlashes(int from) {
    var i = from;
    while (isSlash(i)) {
      i++;
    }
    return i;
  }

  private boolean isSlash(int at) {
    return at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\\');
  }

  /// Authority, host and port state.
  private UrlResult authority(String scheme, int from) {
    var end = authorityEnd(from);
    var at = text.lastIndexOf('@', end - 1);
    var hostFrom = Math.max(at + 1, from);
    var colon = hostEnd(hostFrom, end);
    if (colon == hostFrom) {
      return new UrlResult.Invalid("no host");
    }
    var port = colon == end ? defaultPort(scheme) : port(scheme, colon + 1, end);
    if (port < 0) {
      return new UrlResult.Invalid("the port is no number from 0 to 65535");
    }
    return switch (HostParser.parse(text.substring(hostFrom, colon))) {
      case HostParser.Rejected(var why) -> new UrlResult.Invalid(why);
      case HostParser.Accepted(var host) -> {
        var writer = new UrlWriter(text, scheme);
        writer.userInfo(from, hostFrom);
        writer.hostAndPort(host, port == defaultPort(scheme) ? -1 : port);
        yield valid(writer.path(isSlash(end) ? end + 1 : end));
      }
    };
  }

  private int authorityEnd(int from) {
    for (var i = from; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '/' || c == '\\' || c == '?' || c == '#') {
        return i;
      }
    }
    return text.length();
  }

  /// The first colon outside brackets, or `end`.
  private int hostEnd(int from, int end) {
    var inBrackets = false;
    for (var i = from; i < end; i++) {
      switch (text.charAt(i)) {
        case '[' -> inBrackets = true;
        case ']' -> inBrackets = false;
        case ':' -> {
          if (!inBrackets) {
            return i;
          }
        }
        default -> {}
      }
    }
    return end;
  }

  /// The port, the scheme's own when none is written, or -1 when it is none.
  private int port(String scheme, int from, int end) {
    var port = from == end ? defaultPort(scheme) : 0;
    for (var i = from; i < end; i++) {
      var digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      port = port * 10 + digit;
      if (port > 65_535) {
        return -1;
      }
    }
    return port;
  }

  private static UrlResult valid(CrawlUrl url) {
    return new UrlResult.Valid(url);
  }
}
