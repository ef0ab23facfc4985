package dev.crawler.cli.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.compare.json.ComparisonJson;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The page as text.
class ComparisonPageTest {
  private static final ModelComparison SIX = ModelComparison.ofSix();
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\u0000'\"&";

  /// What can be read without the scripts.
  private static String visible(String page) {
    return page.substring(page.indexOf("<body>"), page.indexOf("id=\"comparison\""));
  }

  @Test
  @Tag("spec:Q11")
  void theProofComesFirstThenTheVerdictThenFigures() {
    var page = visible(ComparisonPage.of(SIX.spread(0.01).proven()));

    assertThat(page)
        .containsSubsequence(
            "The work was equal",
            "6f1c2b9a6f1c2b9a",
            "virtual is the fastest",
            "In pictures",
            "<canvas",
            "All numbers",
            "What this does not show",
            "Setup and machine");
  }

  @Test
  @Tag("spec:Q12")
  void withoutTheProofThereIsNoFigureNoChartAndNoWinner() {
    var page = visible(ComparisonPage.of(SIX.unproven("http://a/", "the titles differ")));

    assertThat(page)
        .contains("The work was not equal", "processes, round 1, against serial", "http://a/")
        .doesNotContain(
            "<canvas", "<table", "fastest</h2>", "pages per second", "The work was equal");
  }

  @Test
  @Tag("spec:Q11")
  void whatEnginesAndSitesSayIsTextAndNothingElse() {
    var page = ComparisonPage.of(SIX.unproven(HOSTILE, HOSTILE));

    assertThat(page).doesNotContain("</script><img", "\u0000");
    assertThat(visible(page))
        .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;\uFFFD&#39;&quot;&amp;");
  }

  @Test
  @Tag("spec:Q11")
  void theJsonIsInThePageAsItIs() {
    var comparison = SIX.proven();

    var page = ComparisonPage.of(comparison);

    assertThat(page)
        .contains(
            "<script type=\"application/json\" id=\"comparison\">"
                + ComparisonJson.of(comparison)
                + "</script>");
  }

  @Test
  @Tag("spec:Q11")
  void nothingIsLoadedFromAnywhere() {
    var page = ComparisonPage.of(SIX.proven());

    assertThat(page)
        .contains("default-src &#39;none&#39;; script-src &#39;sha256-")
        .doesNotContainPattern("<script[^>]* src=|<link[^>]* href=\"(?!data:,\")|@import|url\\(")
        .doesNotContain("sourceMappingURL", "unsafe-");
  }

  @Test
  void eachEngineKeepsItsColourAndAStrangerGetsTheNext() {
    var two = EngineColours.of(List.of("vertx", "fifth"));
    var all = EngineColours.of(SIX.names());

    assertThat(two.of("vertx")).isEqualTo(all.of("vertx")).isEqualTo("e4");
    assertThat(two.of("fifth")).isEqualTo("e6");
  }

  @Test
  void numbersHaveThreeDigitsThatCount() {
    assertThat(Unit.MILLIS.text(1.2345)).isEqualTo("1.23 ms");
    assertThat(Unit.MILLIS.text(12_345)).isEqualTo("12.3 s");
    assertThat(Unit.BYTES.text(171.0 * 1024 * 1024)).isEqualTo("171 MiB");
    assertThat(Unit.NUMBER.text(1_234_567)).isEqualTo("1\u202F234\u202F567");
    assertThat(Unit.SHARE.text(0.375)).isEqualTo("38 %");
    assertThat(Unit.MILLIS.range(1.5, 2.25)).isEqualTo("1.50 – 2.25 ms");
  }
}
