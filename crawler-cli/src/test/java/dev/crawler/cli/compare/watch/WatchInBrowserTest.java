package dev.crawler.cli.compare.watch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.browser.Chromium;
import dev.crawler.cli.browser.Tab;
import dev.crawler.cli.compare.page.ModelComparison;
import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Measures;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Target;
import dev.crawler.core.session.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The live page in a headless Chromium.
@Timeout(120)
@Tag("spec:Q13")
class WatchInBrowserTest {
  private static final String HOSTILE = "<img src=x onerror='window.owned = 1'>";
  private static @Nullable Chromium browser;

  @TempDir private static Path profile;
  private final RaceWatch watch = RaceWatch.open();
  private Tab tab;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.start(profile);
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws IOException, InterruptedException {
    tab = requireNonNull(browser).tab().show(1000, 900, "light");
    var site = new Target.GivenUrls(1, "http://a/");
    watch.began(
        new Setup(site, List.of(), 8, 1, Duration.ZERO, List.of("serial", "virtual", HOSTILE), 2));
  }

  @AfterEach
  void close() {
    watch.close();
    tab.close();
  }

  private void run(String engine, int round, long pages) {
    watch.started(engine, round);
    for (long done = 0; done <= pages; done += 10) {
      watch.sampled(
          engine,
          round,
          new Sample(
              done * 10, done, pages, 8, 100, 20, 1.5, done * 5, 1 << 24, Progress.Limit.DELAY));
    }
  }

  private void judge(Comparison comparison) {
    watch.finished(comparison);
    var closing = CompletableFuture.runAsync(watch::close);
    tab.until("document.readyState === 'complete' && document.getElementById('comparison')");
    closing.join();
  }

  private String lane(int index, String part) {
    return tab.evaluate("document.querySelectorAll('.lane')[%d].%s".formatted(index, part));
  }

  @Test
  void itShowsTheEnginesSideBySideAndGoesOnWithThem() {
    run("serial", 1, 100);
    tab.open(watch.url());
    tab.until("document.querySelectorAll('.lane.running').length === 1");
    var early = lane(1, "textContent");
    watch.ended(new EngineRun("serial", 1, Measures.of(Map.of()), List.of(), List.of()));
    run("virtual", 1, 200);
    tab.until("document.querySelectorAll('.lane')[1].textContent.includes('200 of 200')");

    assertThat(early).contains("virtual", "waiting");
    assertThat(lane(0, "textContent")).contains("100 of 100 known URLs", "round 1 of 2 ended");
    assertThat(lane(0, "querySelector('.done').style.width")).isEqualTo("50%");
    assertThat(lane(1, "textContent"))
        .contains(
            "in flight8", "pages per s100", "threads20", "cores busy0.50", "worst lag1.50 ms");
    assertThat(tab.evaluate("document.getElementById('headline').textContent"))
        .isEqualTo("No winner yet");
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  void theChartsAreDrawn() {
    run("virtual", 1, 200);
    tab.open(watch.url());

    tab.until(
        "[...document.querySelectorAll('canvas')].every(canvas => new Set(new Uint32Array(canvas"
            + ".getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size"
            + " > 10) && Number(document.documentElement.dataset.drawn) > 1");

    assertThat(tab.evaluate("document.querySelectorAll('canvas').length")).isEqualTo("2");
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  @Tag("spec:Q12")
  void inTheEndItBecomesThePageOfTheComparison() {
    tab.open(watch.url());
    tab.until("document.querySelectorAll('.lane').length === 3");

    judge(ModelComparison.ofSix().spread(0.01).proven());

    assertThat(tab.evaluate("document.querySelector('#verdict h2').textContent"))
        .isEqualTo("virtual is the fastest");
    assertThat(tab.evaluate("document.documentElement.dataset.drawn")).isEqualTo("11");
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  @Tag("spec:Q12")
  void withoutTheProofItNamesNoWinner() {
    tab.open(watch.url());
    tab.until("document.querySelectorAll('.lane').length === 3");

    judge(ModelComparison.ofSix().unproven("http://a/", "the titles differ"));

    assertThat(tab.evaluate("document.body.innerText"))
        .contains("No winner, no figures")
        .doesNotContain("fastest\n");
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  @Tag("spec:Q12")
  void aRaceThatIsBrokenOffHasNoWinner() {
    tab.open(watch.url());
    tab.until("document.querySelectorAll('.lane').length === 3");

    watch.close();
    tab.until("document.getElementById('headline').textContent !== 'No winner yet'");

    assertThat(tab.evaluate("document.getElementById('headline').textContent"))
        .isEqualTo("Ended without a verdict");
  }

  @Test
  void theNameOfAnEngineIsTextAndNothingElse() {
    tab.open(watch.url());
    tab.until("document.querySelectorAll('.lane').length === 3");

    assertThat(lane(2, "querySelector('.engine').textContent")).isEqualTo(HOSTILE);
    assertThat(tab.evaluate("typeof window.owned")).isEqualTo("undefined");
  }
}
