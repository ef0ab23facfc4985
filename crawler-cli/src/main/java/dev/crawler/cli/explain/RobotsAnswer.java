package dev.crawler.cli.explain;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.handle.RobotsPassage;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.Optional;

/// What came back for a robots.txt, or for a redirect on the way to one. *Immutable by convention:
/// the body is not copied.*
///
/// @param url what was asked for
/// @param result what came back
/// @param verdict what it means
/// @param passage the lines that decide
public record RobotsAnswer(
    CrawlUrl url, FetchResult result, RobotsVerdict verdict, RobotsPassage passage) {

  /// What came back, in words: `status 200`, or why nothing did.
  public String came() {
    return switch (result) {
      case FetchResult.Response response -> "status " + response.status();
      case FetchResult.Unreachable(var reason, var message, _) -> reason.label() + ": " + message;
      case FetchResult.Forbidden(var address, _) -> "not connected to " + address;
    };
  }

  /// What it means, in words.
  public String means() {
    return switch (verdict) {
      case RobotsVerdict.Found _ when binds() -> "its rules bind";
      case RobotsVerdict.Found _ -> "no rules, all is allowed";
      case RobotsVerdict.Moved(var target) -> "moved to " + target;
      case RobotsVerdict.Unavailable _ -> "nothing of the origin is fetched";
      case RobotsVerdict.Unresolved _ -> "the host has no address";
      case RobotsVerdict.Forbidden _ -> "the address is forbidden";
    };
  }

  /// The `Crawl-delay` that binds us.
  public Optional<Duration> crawlDelay() {
    return verdict instanceof RobotsVerdict.Found(var rules, _)
        ? rules.crawlDelay()
        : Optional.empty();
  }

  /// Whether there are rules to read.
  boolean binds() {
    return result instanceof FetchResult.Response response && response.status() / 100 == 2;
  }
}
