package dev.crawler.core.handle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The law of RFC 9309 section 2.2.2 on random rules, against an oracle that knows no tricks.
@Tag("spec:R3")
class RobotsRuleSetTest {
  @Test
  void theMostSpecificRuleDecidesForAnyRulesAndAnyPath() {
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      var lines = lines(random);
      var path = "/" + text(random, "aab/", 8);

      var rules = new RobotsRuleSet(lines.stream().map(Line::rule).toList(), Optional.empty());

      assertThat(rules.allows(CrawlUrl.of("http://h" + path)))
          .as("seed %d: %s for %s", seed, lines, path)
          .isEqualTo(isAllowed(lines, path));
    }
  }

  private static List<Line> lines(Random random) {
    var lines = new ArrayList<Line>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      var end = random.nextInt(4) == 0 ? "$" : "";
      lines.add(new Line(random.nextBoolean(), "/" + text(random, "ab/*", 6) + end));
    }
    return lines;
  }

  private static String text(Random random, String alphabet, int limit) {
    var text = new StringBuilder();
    for (int i = random.nextInt(limit); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static boolean isAllowed(List<Line> lines, String path) {
    int longest = -1;
    boolean allowed = true;
    for (var line : lines) {
      int length = line.pattern().length();
      if (line.matches(path) && length >= longest) {
        allowed = line.allow() || length == longest && allowed;
        longest = length;
      }
    }
    return allowed;
  }

  private record Line(boolean allow, String pattern) {
    RobotsRuleSet.Rule rule() {
      return new RobotsRuleSet.Rule(allow, RobotsPattern.of(pattern), 1);
    }

    boolean matches(String path) {
      var regex = pattern.replace("*", ".*");
      return Pattern.compile(regex).matcher(path).lookingAt();
    }
  }
}
