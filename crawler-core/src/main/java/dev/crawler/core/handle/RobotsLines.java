package dev.crawler.core.handle;

import dev.crawler.core.fetch.RobotsRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Makes rules of their lines, as [RobotsRules#lines()] gave them: `allow: ` or `disallow: ` and a
/// pattern in the form in which paths are matched with it. No robots.txt: there a pattern would be
/// brought into that form once more. *No state.*
public final class RobotsLines {
  private static final String ALLOW = "allow: ";
  private static final String DISALLOW = "disallow: ";

  private RobotsLines() {}

  /// The rules of those lines.
  ///
  /// @throws IllegalArgumentException when a line is none
  public static RobotsRules read(List<String> lines, Optional<Duration> crawlDelay) {
    return lines.isEmpty() && crawlDelay.isEmpty()
        ? RobotsRules.ALLOW_ALL
        : new RobotsRuleSet(lines.stream().map(RobotsLines::rule).toList(), crawlDelay);
  }

  /// The line of one rule.
  static String of(boolean allow, String pattern) {
    return (allow ? ALLOW : DISALLOW) + pattern;
  }

  private static RobotsRuleSet.Rule rule(String line) {
    boolean allow = line.startsWith(ALLOW);
    var begin = allow ? ALLOW : DISALLOW;
    if (!line.startsWith(begin) || line.length() == begin.length()) {
      throw new IllegalArgumentException("no line of robots rules");
    }
    var pattern = RobotsPattern.ofNormalised(line.substring(begin.length()));
    return new RobotsRuleSet.Rule(allow, pattern, 0);
  }
}
