package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:R3")
@Tag("spec:R7")
class RobotsTxtTest {
  @Test
  void theLongestPatternDecidesAndATieAllows() {
    var rules =
        rules("User-agent: *\nDisallow: /\nAllow: /a\nDisallow: /a/b\nDisallow: /t\nAllow: /t");

    assertThat(allows(rules, "/x")).isFalse();
    assertThat(allows(rules, "/a/c")).isTrue();
    assertThat(allows(rules, "/a/b")).isFalse();
    assertThat(allows(rules, "/t")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Allow: /p*\nDisallow: /p?", "Disallow: /p?\nAllow: /p*"})
  void aTieBetweenAPrefixAndAPatternAllows(String lines) {
    assertThat(allows(rules("User-agent: *\n" + lines), "/p?x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/robots.txt", "/%72obots.txt"})
  void robotsTxtItselfIsAlwaysAllowed(String path) {
    var rules = rules("User-agent: *\nDisallow: /");

    assertThat(allows(rules, path)).isTrue();
    assertThat(allows(rules, path + "x")).isFalse();
    assertThat(allows(rules, path + "?x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crawler",
        "CRAWLER",
        "Crawler/2.0",
        "crawler (a robot)",
        "  crawler  ",
        "crawler*"
      })
  void ourProductTokenIsFoundWithoutRegardToCase(String agent) {
    var rules = rules("User-agent: *\nDisallow: /\nUser-agent: " + agent + "\nAllow: /");

    assertThat(allows(rules, "/x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"craw", "crawlers", "crawler-x", "crawler_x", "a crawler", "", "*crawler"})
  void anotherTokenIsNotOurs(String agent) {
    var rules = rules("User-agent: " + agent + "\nDisallow: /");

    assertThat(allows(rules, "/x")).isTrue();
  }

  @Test
  void allGroupsThatNameUsAreMergedWhereverTheyStand() {
    var rules =
        rules(
            """
            User-agent: crawler
            Disallow: /a
            User-agent: *
            Disallow: /
            User-agent: other
            User-agent: Crawler
            Disallow: /b
            """);

    assertThat(allows(rules, "/a")).isFalse();
    assertThat(allows(rules, "/b")).isFalse();
    assertThat(allows(rules, "/c")).isTrue();
  }

  @Test
  void aGroupOfOursWithoutRulesStillTakesThePlaceOfAnyones() {
    assertThat(allows(rules("User-agent: *\nDisallow: /\n\nUser-agent: crawler"), "/x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Sitemap: http://x/", "Crawl-delay: 1", "Unknown: y", "no colon", "", "# x"})
  void anyOtherLineSplitsNoGroup(String line) {
    var rules = rules("User-agent: crawler\n" + line + "\nUser-agent: other\nDisallow: /");

    assertThat(allows(rules, "/x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User-agent: *\rDisallow: /x",
        "User-agent: *\r\nDisallow: /x\r\n",
        "\uFEFFUser-agent: *\nDisallow: /x",
        "user-agent:*\ndisallow : /x # c",
        "\t USER-AGENT \t:\t * \n  DISALLOW:/x  ",
        "user-agent *\ndisallow /x",
        "useragent: *\ndissallow: /x",
        "<html>\nUser-agent: *\nDisallow: /x"
      })
  void untidyFilesAreUnderstood(String text) {
    assertThat(allows(rules(text), "/x")).isFalse();
    assertThat(allows(rules(text), "/y")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Disallow: /",
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: # all",
        "<html><body>User-agent: *<br>Disallow: /</body></html>",
        "\0\1\2\n\0"
      })
  void whatSaysNothingAllowsEverything(String text) {
    assertThat(allows(rules(text), "/x")).isTrue();
  }

  @Test
  void bytesThatAreNoUtf8AreMatchedAsTheyAre() {
    var bytes = "User-agent: *\nDisallow: /\u00E4".getBytes(ISO_8859_1);

    var rules = RobotsTxt.parse(bytes, bytes.length, "crawler");

    assertThat(allows(rules, "/%E4")).isFalse();
    assertThat(allows(rules, "/%C3%A4")).isTrue();
  }

  @Test
  void whoeverAllowsAnIndexPageAllowsItsFolder() {
    var rules = rules("User-agent: *\nDisallow: /\nAllow: /a/index.html");

    assertThat(allows(rules, "/a/")).isTrue();
    assertThat(allows(rules, "/a/index.html")).isTrue();
    assertThat(allows(rules, "/a/b")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "0.5, 500", ".25, 250", "2., 2000", "0, 0", "3600, 3600000"})
  void aCrawlDelayMayBeAFraction(String text, long millis) {
    assertThat(rules("User-agent: *\nCrawl-delay: " + text).crawlDelay())
        .contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "abc", "1.5s", "1,5", "1e9", "NaN", "Infinity", ""})
  void aCrawlDelayThatIsNoNumberIsNone(String text) {
    assertThat(rules("User-agent: *\nCrawl-delay: " + text).crawlDelay()).isEmpty();
  }

  @Test
  void anAbsurdCrawlDelayForbidsNothing() {
    var rules = rules("User-agent: *\nCrawl-delay: 99999999999999\nDisallow: /x");

    assertThat(rules.crawlDelay().orElseThrow()).isGreaterThan(Duration.ofDays(365));
    assertThat(allows(rules, "/y")).isTrue();
  }

  @Test
  void ofSeveralCrawlDelaysThePolitestInOurGroupsCounts() {
    var rules =
        rules(
            """
            User-agent: *
            Crawl-delay: 60
            Disallow: /a
            User-agent: crawler
            Crawl-delay: 2
            Crawl-delay: 5
            """);

    assertThat(rules.crawlDelay()).contains(Duration.ofSeconds(5));
  }

  @Test
  void rulesWithinTheFirst500KibibytesCountWhateverTheLengthOfALine() {
    var rules = rules("#" + "x".repeat(511_000) + "\nUser-agent: *\nDisallow: /x");

    assertThat(allows(rules, "/x")).isFalse();
  }

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "Disallow: /*aaaaaaaaaaaaaaaaaaaaaaaaaaab\n",
        "Disallow: /****\n",
        "Disallow: /x\n"
      })
  void aFileMadeToHurtIsAnsweredInTime(String line) {
    var rules =
        rules("User-agent: *\n" + line.repeat(20_000) + "Disallow: /" + "*a".repeat(90_000) + "b");
    for (int i = 0; i < 3; i++) {
      assertThat(allows(rules, "/a" + "a".repeat(2000))).isEqualTo(!line.contains("/***"));
    }
  }

  private static RobotsRules rules(String text) {
    var bytes = text.getBytes(UTF_8);
    return RobotsTxt.parse(bytes, bytes.length, "crawler");
  }

  private static boolean allows(RobotsRules rules, String path) {
    return rules.allows(CrawlUrl.of("http://ex.com" + path));
  }
}
