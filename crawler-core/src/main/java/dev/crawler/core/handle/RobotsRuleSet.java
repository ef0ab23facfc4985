package dev.crawler.core.handle;

import static java.util.Comparator.comparingInt;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The rules of one robots.txt for one product token: the longest pattern that matches decides, and
/// of two equally long ones the one that allows (RFC 9309 section 2.2.2). *Immutable.*
final class RobotsRuleSet implements RobotsRules {
  private static final String ITSELF = "/robots.txt";

  private final List<Rule> rules;
  private final Optional<Duration> crawlDelay;

  /// One allow or disallow line.
  record Rule(boolean allow, RobotsPattern pattern) {}

  RobotsRuleSet(List<Rule> rules, Optional<Duration> crawlDelay) {
    this.rules =
        rules.stream()
            .sorted(
                comparingInt((Rule rule) -> -rule.pattern().octets())
                    .thenComparing(rule -> !rule.allow()))
            .toList();
    this.crawlDelay = crawlDelay;
  }

  @Override
  public boolean allows(CrawlUrl url) {
    if (rules.isEmpty() || url.pathAndQuery().equals(ITSELF)) {
      return true;
    }
    var path = RobotsPattern.normalised(url.pathAndQuery());
    for (var rule : rules) {
      if (rule.pattern().matches(path)) {
        return rule.allow();
      }
    }
    return true;
  }

  @Override
  public Optional<Duration> crawlDelay() {
    return crawlDelay;
  }
}
