package dev.crawler.core.handle;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Where a redirect leads. *Immutable.*
///
/// @param url what to fetch next, or null when there is nothing that can be crawled
/// @param text what the record says: the URL, or the raw `Location` that is none; null without one
/// @param error why there is nothing to fetch, or null
record RedirectTarget(@Nullable CrawlUrl url, @Nullable String text, @Nullable String error) {

  /// Reads `Location` relative to the URL that was asked for, as browsers do.
  static RedirectTarget of(FetchResult.Response response, CrawlUrl base) {
    var location = response.headers().first("location").orElse(null);
    if (location == null) {
      return new RedirectTarget(null, null, "no Location");
    }
    return switch (base.resolve(escaped(location))) {
      case UrlResult.Valid(var url) ->
          new RedirectTarget(url.request(), url.request().href(), null);
      case UrlResult.Unsupported(var scheme) ->
          new RedirectTarget(null, location, "Location has scheme " + scheme);
      case UrlResult.Invalid(var why) -> new RedirectTarget(null, location, "Location: " + why);
    };
  }

  /// A header's octets above ASCII, which arrive as one character each, are percent-encoded as they
  /// came: read as characters, UTF-8 would be encoded twice.
  private static String escaped(String location) {
    if (location.chars().allMatch(c -> c < 0x80)) {
      return location;
    }
    var text = new StringBuilder();
    for (int i = 0; i < location.length(); i++) {
      char c = location.charAt(i);
      if (c < 0x80 || c > 0xFF) {
        text.append(c);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      }
    }
    return text.toString();
  }
}
