package dev.crawler.cli.compare.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.browser.Chromium;
import dev.crawler.cli.browser.Tab;
import dev.crawler.cli.compare.result.Comparison;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The page in a headless Chromium.
@Timeout(120)
@Tag("spec:Q11")
class PageInBrowserTest {
  private static final ModelComparison SIX = ModelComparison.ofSix();

  /// A canvas on which something was drawn has many colours.
  private static final String BLANK =
      "[...document.querySelectorAll('canvas')].filter(canvas => new Set(new Uint32Array(canvas"
          + ".getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size"
          + " < 10).length";

  private static @Nullable Chromium browser;

  @TempDir private static Path profile;
  @TempDir private Path folder;
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
  void newTab() throws IOException, InterruptedException {
    tab = requireNonNull(browser).tab();
  }

  @AfterEach
  void closeTab() {
    tab.close();
  }

  private URI page(Comparison comparison) throws IOException {
    var file = folder.resolve("comparison.html");
    Files.writeString(file, ComparisonPage.of(comparison));
    return file.toUri();
  }

  @Test
  void everyChartIsDrawnInLightAndInDarkAndNothingIsLoaded() throws IOException {
    var url = page(SIX.proven());

    tab.show(1280, 900, "light").open(url);
    var light = tab.evaluate("document.querySelector('canvas').toDataURL()");
    var blankInLight = tab.evaluate(BLANK);
    tab.show(1280, 900, "dark");
    tab.until("document.querySelector('canvas').toDataURL() !== " + "'" + light + "'");

    assertThat(tab.evaluate("document.querySelectorAll('canvas').length")).isEqualTo("11");
    assertThat(blankInLight).isEqualTo("0");
    assertThat(tab.evaluate(BLANK)).isEqualTo("0");
    assertThat(tab.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(15, 18, 22)");
    assertThat(tab.requests()).containsExactly(url.toString());
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  void nothingStandsOutOfANarrowWindow() throws IOException {
    tab.show(400, 800, "light").open(page(SIX.proven()));

    assertThat(tab.evaluate("document.documentElement.scrollWidth")).isEqualTo("400");
    assertThat(tab.evaluate(BLANK)).isEqualTo("0");
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  void everyChartHasANameAndItsNumbersBehindIt() throws IOException {
    tab.open(page(SIX.proven()));

    assertThat(
            tab.evaluate(
                "[...document.querySelectorAll('figure')].every(figure =>"
                    + " figure.querySelector('canvas[role=img][aria-label]')"
                    + " && figure.querySelectorAll('details tbody tr').length === 6)"))
        .isEqualTo("true");
    assertThat(tab.evaluate("document.querySelector('#numbers tbody').rows.length > 25"))
        .isEqualTo("true");
  }

  @Test
  @Tag("spec:Q12")
  void withoutTheProofNothingIsDrawn() throws IOException {
    tab.open(page(SIX.unproven("http://a/", "the titles differ")));

    assertThat(tab.evaluate("document.querySelectorAll('canvas, table').length")).isEqualTo("0");
    assertThat(tab.evaluate("document.querySelector('#verdict h2').textContent"))
        .isEqualTo("No winner, no figures");
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  void whatASiteSaysDoesNotRun() throws IOException {
    var hostile = "</script><script>window.owned = 1</script><img src=x onerror='owned = 1'>";

    tab.open(page(SIX.unproven(hostile, hostile)));

    assertThat(tab.evaluate("typeof window.owned")).isEqualTo("undefined");
    assertThat(tab.evaluate("document.querySelector('.differences code').textContent"))
        .isEqualTo(hostile);
    assertThat(
            tab.evaluate(
                "JSON.parse(document.getElementById('comparison').textContent)"
                    + ".proof.differences[0].url"))
        .isEqualTo(hostile);
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  void thePolicyBlocksAScriptThatIsNotThePages() throws IOException {
    tab.open(page(SIX.proven()));

    tab.evaluate(
        "(() => { const script = document.createElement('script'); script.textContent ="
            + " 'window.owned = 1'; document.body.append(script); })()");

    assertThat(tab.evaluate("typeof window.owned")).isEqualTo("undefined");
    assertThat(tab.troubles()).anyMatch(trouble -> trouble.contains("Content Security Policy"));
  }

  @Test
  void itCanBePrintedFromADarkScreen() throws IOException {
    tab.show(1280, 900, "dark").open(page(SIX.proven()));
    tab.evaluate(
        "(() => { window.shades = []; addEventListener('beforeprint', () =>"
            + " shades.push(getComputedStyle(document.body).color)); })()");

    var paper = new String(tab.paper(), StandardCharsets.ISO_8859_1);

    assertThat(paper).startsWith("%PDF-");
    assertThat(tab.evaluate("shades.join()")).isEqualTo("rgb(23, 27, 34)");
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  void theRawDataCanBeSaved() throws IOException {
    tab.open(page(SIX.proven()));
    tab.evaluate(
        "(() => { HTMLAnchorElement.prototype.click = function () { window.saved = this; }; })()");

    tab.evaluate("document.getElementById('download').click()");

    assertThat(tab.evaluate("saved.download")).isEqualTo("comparison.json");
    assertThat(tab.evaluate("saved.href")).startsWith("blob:");
    assertThat(tab.troubles()).isEmpty();
  }
}
