package dev.crawler.core.handle;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of one robots.txt for one product token: the longest pattern that matches decides, and
/// of two equally long ones the one that allows (RFC 9309 section 2.2.2). Plain prefixes, which
/// nearly all rules are, are looked up by their lengths; a file of 40,000 of them costs no more
/// than one of ten. *Immutable.*
final class RobotsRuleSet implements RobotsRules {
  private static final String ITSELF = "/robots.txt";

  private final Map<String, Boolean> prefixes;
  private final List<Integer> lengths;
  private final List<Rule> others;
  private final Optional<Duration> crawlDelay;

  /// One allow or disallow line.
  ///
  /// @param line its number in the file, from 1
  record Rule(boolean allow, RobotsPattern pattern, int line) {}

  RobotsRuleSet(List<Rule> rules, Optional<Duration> crawlDelay) {
    this.prefixes =
        rules.stream()
            .filter(rule -> rule.pattern().isPrefix())
            .collect(
                toUnmodifiableMap(
                    rule -> rule.pattern().prefix(), Rule::allow, Boolean::logicalOr));
    this.lengths =
        prefixes.keySet().stream().map(String::length).distinct().sorted(reverseOrder()).toList();
    this.others =
        rules.stream()
            .filter(rule -> !rule.pattern().isPrefix())
            .sorted(
                comparingInt((Rule rule) -> -rule.pattern().octets())
                    .thenComparing(rule -> !rule.allow()))
            .toList();
    this.crawlDelay = crawlDelay;
  }

  @Override
  public boolean allows(CrawlUrl url) {
    if (prefixes.isEmpty() && others.isEmpty()) {
      return true;
    }
    var path = RobotsPattern.normalised(url.pathAndQuery());
    if (path.equals(ITSELF)) {
      return true;
    }
    int octets = longestPrefix(path);
    boolean allowed = allowsPrefix(path, octets);
    var other = other(path, octets, allowed);
    return other == null ? allowed : other.allow();
  }

  /// Whether it is this rule, of those that made the set, that decides on the URL: for a person who
  /// wants to see it. The set itself remembers no line of a plain prefix.
  boolean isDecidedBy(Rule rule, CrawlUrl url) {
    var path = RobotsPattern.normalised(url.pathAndQuery());
    if (path.equals(ITSELF)) {
      return false;
    }
    int octets = longestPrefix(path);
    boolean allowed = allowsPrefix(path, octets);
    var other = other(path, octets, allowed);
    if (other != null) {
      return other.equals(rule);
    }
    return octets > 0
        && rule.pattern().isPrefix()
        && rule.pattern().prefix().equals(path.substring(0, octets))
        && rule.allow() == allowed;
  }

  /// The same rules for the same files, in the same order.
  @Override
  public List<String> lines() {
    var plain =
        prefixes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(prefix -> RobotsLines.of(prefix.getValue(), prefix.getKey()));
    var rest = others.stream().map(rule -> RobotsLines.of(rule.allow(), rule.pattern().text()));
    return Stream.concat(plain, rest).distinct().toList();
  }

  private boolean allowsPrefix(String path, int octets) {
    return octets == 0 || prefixes.getOrDefault(path.substring(0, octets), true);
  }

  /// The rule that is no plain prefix and counts more than the one of so many octets.
  private @Nullable Rule other(String path, int octets, boolean allowed) {
    for (var rule : others) {
      if (rule.pattern().octets() < octets || rule.pattern().octets() == octets && allowed) {
        return null;
      }
      if (rule.pattern().matches(path)) {
        return rule;
      }
    }
    return null;
  }

  private int longestPrefix(String path) {
    for (int length : lengths) {
      if (length <= path.length() && prefixes.containsKey(path.substring(0, length))) {
        return length;
      }
    }
    return 0;
  }

  @Override
  public Optional<Duration> crawlDelay() {
    return crawlDelay;
  }
}
