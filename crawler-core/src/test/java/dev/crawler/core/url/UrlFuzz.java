package dev.crawler.core.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.core.fuzz.Law;

/// Any text as a URL and as a reference: the laws of [UrlPropertyTest] hold for what a fuzzer finds
/// too. *No state.*
public final class UrlFuzz {
  private static final CrawlUrl BASE = CrawlUrl.of("https://u:p@ex.com:8443//x/../y/?q#f");

  private UrlFuzz() {}

  /// Called by the fuzzer, for each text that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8);
    check(CrawlUrl.parse(text));
    check(BASE.resolve(text));
  }

  private static void check(UrlResult result) {
    if (!(result instanceof UrlResult.Valid(var url))) {
      return;
    }
    var href = url.href();
    var again = CrawlUrl.parse(href);
    Law.holds(again.equals(new UrlResult.Valid(url)), "a URL reads back as itself", href);
    Law.holds(href.chars().allMatch(c -> c > ' ' && c < 0x7f), "it is printable ASCII", href);
    var key = CrawlUrl.parse(url.key());
    Law.holds(
        key instanceof UrlResult.Valid(var keyed) && keyed.key().equals(url.key()),
        "a key is its own key",
        href);
    Law.holds(url.port() >= 0 && url.port() < 1 << 16, "a port has 16 bits", href);
    Law.holds(url.hostKey().equals(url.request().hostKey()), "credentials change no host", href);
  }
}
