package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:R3")
class RobotsLinesTest {
  private static final String ALPHABET = "ab/*$%#?=4161ceCE .";

  @Test
  void rulesOfTheirLinesJudgeEveryUrlAlike() {
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      var rules = parsed(file(random));

      var again = RobotsLines.read(rules.lines(), rules.crawlDelay());

      for (int i = 0; i < 8; i++) {
        var url = CrawlUrl.of("http://h/" + text(random, 8));
        assertThat(again.allows(url))
            .as("seed %d: %s for %s", seed, rules.lines(), url)
            .isEqualTo(rules.allows(url));
      }
      assertThat(again.crawlDelay()).isEqualTo(rules.crawlDelay());
      assertThat(again.lines()).as("seed %d", seed).isEqualTo(rules.lines());
    }
  }

  @Test
  void aPercentSignThatStandsForItselfStaysOne() {
    var rules = parsed("user-agent: *\ndisallow: /%%34%31\n");

    var again = RobotsLines.read(rules.lines(), rules.crawlDelay());

    assertThat(again.allows(CrawlUrl.of("http://h/%%34%31"))).isFalse();
    assertThat(again.allows(CrawlUrl.of("http://h/A"))).isTrue();
  }

  @Test
  void starsCountAsManyTimesAsTheyWereWritten() {
    var rules = parsed("user-agent: *\ndisallow: /a***b\nallow: /a*b*\n");

    assertThat(rules.lines()).containsExactly("disallow: /a***b", "allow: /a*b*");
    assertThat(rules.allows(CrawlUrl.of("http://h/ab"))).isFalse();
  }

  @Test
  void rulesThatAllowEverythingCostNothing() {
    var rules = RobotsRules.ALLOW_ALL;

    assertThat(RobotsLines.read(rules.lines(), rules.crawlDelay())).isSameAs(rules);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "allow: ", "disallow:", "/a", "crawl-delay: 1"})
  void anotherLineIsRefused(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RobotsLines.read(List.of(line), Optional.empty()));
  }

  private static RobotsRules parsed(String file) {
    var bytes = file.getBytes(ISO_8859_1);
    return RobotsTxt.parse(bytes, bytes.length, "crawler");
  }

  private static String file(Random random) {
    var file = new StringBuilder("user-agent: *\n");
    for (int i = random.nextInt(6); i >= 0; i--) {
      file.append(random.nextBoolean() ? "allow: /" : "disallow: /");
      file.append(text(random, 10)).append(random.nextInt(8) == 0 ? "/index.html\n" : "\n");
    }
    return random.nextInt(3) == 0 ? file + "crawl-delay: 1.5\n" : file.toString();
  }

  private static String text(Random random, int limit) {
    var text = new StringBuilder();
    for (int i = random.nextInt(limit); i > 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
