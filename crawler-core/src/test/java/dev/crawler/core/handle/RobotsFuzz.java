package dev.crawler.core.handle;

import dev.crawler.core.fuzz.Law;
import dev.crawler.core.url.CrawlUrl;
import java.util.List;

/// Any bytes as a robots.txt: it is read, its delay makes sense, and robots.txt itself is always
/// allowed (RFC 9309 section 2.2.2). *No state.*
public final class RobotsFuzz {
  private static final List<CrawlUrl> URLS =
      List.of(
          CrawlUrl.of("http://ex.com/"),
          CrawlUrl.of("http://ex.com/a/b.html?c=%C3%A4&d=$*"),
          CrawlUrl.of("http://ex.com/" + "a/".repeat(500)));

  private RobotsFuzz() {}

  /// Called by the fuzzer, for each robots.txt that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    var rules = RobotsTxt.parse(input, input.length, "crawler");

    for (var url : URLS) {
      boolean first = rules.allows(url);
      Law.holds(first == rules.allows(url), "a URL has one verdict", url);
    }
    Law.holds(
        rules.allows(CrawlUrl.of("http://ex.com/robots.txt")), "robots.txt is allowed", rules);
    rules
        .crawlDelay()
        .ifPresent(delay -> Law.holds(!delay.isNegative(), "a delay is not negative", delay));
  }
}
