package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.url.CrawlUrl;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:I2")
class RobotsPassageTest {
  private static final String FILE =
      """
      # for all
      User-agent: *
      Disallow: /

      user-agent: Crawler/2
      Disallow: /a  # private
      Allow: /a/b
      Disallow: /*.pdf$
      Allow: /docs/index.html
      Disallow: /docs
      User-agent: crawler
      Disallow: /ü
      """;

  private static RobotsTxt read(String text) {
    var bytes = text.getBytes(UTF_8);
    return RobotsTxt.read(bytes, bytes.length, "crawler");
  }

  private static RobotsPassage passage(String text, String path) {
    return read(text).passage(CrawlUrl.of("http://h" + path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a/c      | 6  | Disallow: /a  # private",
        "/a/b/c    | 7  | Allow: /a/b",
        "/x.pdf    | 8  | Disallow: /*.pdf$",
        "/a/b.pdf  | 8  | Disallow: /*.pdf$",
        "/docs/    | 9  | Allow: /docs/index.html",
        "/docs/x   | 10 | Disallow: /docs",
        "/%C3%BCx  | 12 | Disallow: /ü",
      })
  void theLineThatDecidesIsShown(String path, int number, String line) {
    assertThat(passage(FILE, path).rule()).contains(new RobotsPassage.Line(number, line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/b", "/robots.txt"})
  void noLineIsShownWhereNoneDecides(String path) {
    assertThat(passage(FILE, path).rule()).isEmpty();
  }

  @Test
  void theGroupThatBindsIsShown() {
    assertThat(passage(FILE, "/").agent())
        .contains(new RobotsPassage.Line(5, "user-agent: Crawler/2"));
    assertThat(passage("User-agent: x\nDisallow: /\nUser-agent: *", "/").agent())
        .contains(new RobotsPassage.Line(3, "User-agent: *"));
    assertThat(passage("User-agent: x\nDisallow: /", "/")).isEqualTo(RobotsPassage.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesAreCountedAsEditorsDo(String end) {
    var file = String.join(end, "\uFEFFUser-agent: *", "", "Disallow: /a");

    assertThat(passage(file, "/a").rule().map(RobotsPassage.Line::number)).contains(3);
    assertThat(passage(file, "/a").agent().map(RobotsPassage.Line::number)).contains(1);
  }

  @Test
  void theLineShownIsWhatTheRulesSay() {
    for (long seed = 0; seed < 3_000; seed++) {
      var file = file(new SplittableRandom(seed));
      var url = CrawlUrl.of("http://h" + path(new SplittableRandom(~seed)));
      var bytes = file.getBytes(UTF_8);

      var allowed = RobotsTxt.parse(bytes, bytes.length, "crawler").allows(url);
      var rule = read(file).passage(url).rule().map(RobotsPassage.Line::text);

      assertThat(rule.map(line -> line.startsWith("Allow")).or(() -> Optional.of(true)))
          .as("seed %d: %s in %s", seed, url, file)
          .contains(allowed);
    }
  }

  private static String file(SplittableRandom random) {
    var text = new StringBuilder("User-agent: *\n");
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(random.nextBoolean() ? "Allow: " : "Disallow: ")
          .append(path(random))
          .append(random.nextInt(4) == 0 ? "$\n" : "\n");
    }
    return text.toString();
  }

  private static String path(SplittableRandom random) {
    var path = new StringBuilder("/");
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append("ab/*".charAt(random.nextInt(4)));
    }
    return path.toString();
  }
}
