package dev.crawler.core.handle;

import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.fuzz.Law;

/// Any bytes as a sitemap: it is read or it is none, and what it lists can be asked for. *No
/// state.*
public final class SitemapFuzz {
  private SitemapFuzz() {}

  /// Called by the fuzzer, for each sitemap that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    switch (SitemapReader.read(input, input.length, false)) {
      case SitemapVerdict.Listed(var pages, var sitemaps, var unusable, _) -> {
        int entries = pages.size() + sitemaps.size() + unusable;
        Law.holds(entries <= SitemapReader.MAX_URLS, "no more entries than allowed", entries);
        pages.forEach(url -> Law.holds(url.equals(url.request()), "a request URL", url));
        sitemaps.forEach(url -> Law.holds(url.equals(url.request()), "a request URL", url));
      }
      case SitemapVerdict.Unavailable(var why) -> Law.holds(!why.isBlank(), "a reason", why);
      case SitemapVerdict.Moved moved -> Law.holds(false, "bytes do not move", moved);
    }
  }
}
