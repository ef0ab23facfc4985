package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The rules of one robots.txt for our product token. *Thread-safe.*
public interface RobotsRules {
  /// Whether the URL may be fetched; matches path and query (RFC 9309 section 2.2.2).
  boolean allows(CrawlUrl url);

  /// The `Crawl-delay`, uncapped, when there is a usable one.
  Optional<Duration> crawlDelay();

  /// What is allowed and disallowed, in a form of which `RobotsLines` of `core.handle` makes rules
  /// that judge every URL alike, wherever they are sent.
  List<String> lines();

  /// Rules that allow everything.
  RobotsRules ALLOW_ALL =
      new RobotsRules() {
        @Override
        public boolean allows(CrawlUrl url) {
          return true;
        }

        @Override
        public Optional<Duration> crawlDelay() {
          return Optional.empty();
        }

        @Override
        public List<String> lines() {
          return List.of();
        }
      };
}
