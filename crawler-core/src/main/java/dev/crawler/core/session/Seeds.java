package dev.crawler.core.session;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Reads the texts that a user named as seeds.
final class Seeds {
  private Seeds() {}

  /// Puts one text into the frontier: as a link, or as a refusal, for a seed always gets a record.
  static void take(String text, Frontier frontier) {
    switch (CrawlUrl.parse(text)) {
      case UrlResult.Valid(var url) -> frontier.seed(url, authorization(url.userInfo()));
      case UrlResult.Invalid(var why) -> frontier.refuse(text, ExclusionReason.INVALID_URL, why);
      case UrlResult.Unsupported(var scheme) ->
          frontier.refuse(text, ExclusionReason.UNSUPPORTED_SCHEME, "scheme " + scheme);
    }
  }

  /// HTTP Basic (RFC 7617 section 2) from a URL's user information.
  private static String authorization(String userInfo) {
    if (userInfo.isEmpty()) {
      return "";
    }
    var bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
