package dev.crawler.processes.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.handle.RobotsLines;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RobotsCodecTest {
  @Test
  void foundRulesJudgeEveryUrlAlike() {
    for (long seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      var found = found(random);

      var read = RobotsCodec.decode(RobotsCodec.encode(found));

      assertThat(read).isInstanceOf(RobotsVerdict.Found.class);
      if (read instanceof RobotsVerdict.Found(var rules, var sitemaps)) {
        var url = CrawlUrl.of("http://h/" + text(random, "ab/", 6));
        assertThat(rules.allows(url))
            .as("seed %d: %s for %s", seed, found.rules().lines(), url)
            .isEqualTo(found.rules().allows(url));
        assertThat(rules.crawlDelay()).isEqualTo(found.rules().crawlDelay());
        assertThat(rules.lines()).isEqualTo(found.rules().lines());
        assertThat(sitemaps).isEqualTo(found.sitemaps());
      }
    }
  }

  static List<RobotsVerdict> plain() {
    return List.of(
        new RobotsVerdict.Found(RobotsRules.ALLOW_ALL),
        new RobotsVerdict.Moved(CrawlUrl.of("https://ex.com/robots.txt")),
        new RobotsVerdict.Unavailable(),
        new RobotsVerdict.Unresolved(),
        new RobotsVerdict.Forbidden());
  }

  @ParameterizedTest
  @MethodSource("plain")
  void everyOtherVerdictIsReadAgain(RobotsVerdict verdict) {
    assertThat(RobotsCodec.decode(RobotsCodec.encode(verdict))).isEqualTo(verdict);
  }

  @Test
  void rulesThatAllowEverythingAreShort() {
    var bytes = RobotsCodec.encode(new RobotsVerdict.Found(RobotsRules.ALLOW_ALL));

    assertThat(bytes).hasSizeLessThan(12);
  }

  @Test
  void aLongFileIsReadAgain() {
    var lines = IntStream.range(0, 40_000).mapToObj(i -> "disallow: /path/" + i).toList();
    var rules = RobotsLines.read(lines, Optional.empty());

    var read = RobotsCodec.decode(RobotsCodec.encode(new RobotsVerdict.Found(rules)));

    assertThat(read)
        .isInstanceOfSatisfying(
            RobotsVerdict.Found.class, found -> assertThat(found.rules().lines()).hasSize(40_000));
  }

  @Test
  void foreignBytesAreRefused() {
    var bytes = RobotsCodec.encode(found(new Random(5)));

    ForeignBytes.refusesWhatIsCutShort(bytes, RobotsCodec::decode);
    ForeignBytes.readsOrRefusesWhatIsNear(bytes, RobotsCodec::decode);
  }

  private static RobotsVerdict.Found found(Random random) {
    var lines = new ArrayList<String>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      var end = random.nextInt(4) == 0 ? "$" : "";
      var path = "/" + text(random, "ab/*", 6) + end;
      lines.add((random.nextBoolean() ? "allow: " : "disallow: ") + path);
    }
    var delay = Duration.ofMillis(random.nextInt(9_000));
    var rules = RobotsLines.read(lines, Optional.of(delay).filter(_ -> random.nextBoolean()));
    return new RobotsVerdict.Found(rules, List.of("http://ex.com/s.xml", "\u00E4\uD83D"));
  }

  private static String text(Random random, String alphabet, int limit) {
    var text = new StringBuilder();
    for (int i = random.nextInt(limit); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
