package dev.crawler.core.handle;

import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Merges the groups of a robots.txt: those that name our product token, wherever they stand, or
/// those for `*` when none does (RFC 9309 section 2.2.1). *Confined to one thread.*
final class RobotsGroups {
  private static final String INDEX = "/index.htm";
  private static final double MAX_SECONDS = Integer.MAX_VALUE;
  private static final int MAX_DIGITS = 20;

  private final String productToken;
  private final Group ours = new Group();
  private final Group anyones = new Group();
  private boolean named;
  private boolean rulesBegun;

  RobotsGroups(String productToken) {
    this.productToken = productToken;
  }

  /// A user-agent line, by its number in the file: it begins a group when a rule went before, else
  /// it joins the one begun. What follows the token, such as a version, does not count.
  void agent(String value, int line) {
    if (rulesBegun) {
      rulesBegun = false;
      ours.open = false;
      anyones.open = false;
    }
    if (value.equals("*") || value.startsWith("*") && Ascii.isSpace(value.charAt(1))) {
      anyones.open(line);
    } else if (token(value).equalsIgnoreCase(productToken)) {
      ours.open(line);
      named = true;
    }
  }

  /// An allow or disallow line. Leaving its value out means nothing.
  void rule(boolean allow, String value, int line) {
    rulesBegun = true;
    openGroups().forEach(group -> group.add(allow, value, line));
  }

  /// A crawl-delay line; of several the longest counts. Like any unknown line it ends no group.
  void crawlDelay(String value) {
    delay(value).ifPresent(delay -> openGroups().forEach(group -> group.slowTo(delay)));
  }

  /// The rules that bind us.
  RobotsRuleSet rules() {
    return new RobotsRuleSet(chosen().rules, chosen().crawlDelay);
  }

  /// The number of the first line that names the agent whose groups bind us, or 0 when none does.
  int agentLine() {
    return chosen().line;
  }

  /// The number of the line that decides on a URL, or 0 when none does.
  int decidingLine(CrawlUrl url) {
    var rules = rules();
    return chosen().rules.stream()
        .filter(rule -> rules.isDecidedBy(rule, url))
        .mapToInt(RobotsRuleSet.Rule::line)
        .findFirst()
        .orElse(0);
  }

  private Group chosen() {
    return named ? ours : anyones;
  }

  private Stream<Group> openGroups() {
    return Stream.of(ours, anyones).filter(group -> group.open);
  }

  private static String token(String value) {
    int end = 0;
    while (end < value.length()
        && (Ascii.isLetter(value.charAt(end)) || "-_".indexOf(value.charAt(end)) >= 0)) {
      end++;
    }
    return value.substring(0, end);
  }

  private static Optional<Duration> delay(String value) {
    if (value.length() > MAX_DIGITS || !value.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")) {
      return Optional.empty();
    }
    double seconds = Math.min(Double.parseDouble(value), MAX_SECONDS);
    return Optional.of(Duration.ofMillis(Math.round(1_000 * seconds)));
  }

  /// The merged lines of one agent.
  private static final class Group {
    private final List<RobotsRuleSet.Rule> rules = new ArrayList<>();
    private Optional<Duration> crawlDelay = Optional.empty();
    private boolean open;
    private int line;

    void open(int agentLine) {
      open = true;
      line = line == 0 ? agentLine : line;
    }

    /// As in Google's parser, which webmasters write for, whoever allows an index page allows its
    /// folder.
    void add(boolean allow, String path, int number) {
      if (path.isEmpty()) {
        return;
      }
      rules.add(new RobotsRuleSet.Rule(allow, RobotsPattern.of(path), number));
      int slash = path.lastIndexOf('/');
      if (allow && path.startsWith(INDEX, Math.max(slash, 0))) {
        rules.add(
            new RobotsRuleSet.Rule(
                true, RobotsPattern.of(path.substring(0, slash + 1) + "$"), number));
      }
    }

    void slowTo(Duration delay) {
      if (crawlDelay.isEmpty() || crawlDelay.get().compareTo(delay) < 0) {
        crawlDelay = Optional.of(delay);
      }
    }
  }
}
