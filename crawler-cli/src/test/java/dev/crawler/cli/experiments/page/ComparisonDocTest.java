package dev.crawler.cli.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.experiments.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The page of the documentation is what the committed raw data show, to the letter, and so is each
/// chart. `-Dcrawler.docs=write` writes them anew.
@Tag("spec:Q15")
final class ComparisonDocTest {
  private static final Path DOCS = Path.of(System.getProperty("crawler.root", ".."), "docs");
  private static final Path PAGE = DOCS.resolve("comparison.md");
  private static final Path FOLDER = DOCS.resolve("comparison");

  private final ResultFolder results = new ResultFolder(FOLDER, Experiments.all());

  @Test
  void thePageAndItsChartsAreThoseOfTheRawData() throws IOException {
    var charts = new TreeMap<String, String>();
    results.results().forEach(result -> charts.putAll(result.charts()));
    var page = new ExperimentsPage(results.results(), "comparison/").text("adr/0034-comparison.md");
    if (System.getProperty("crawler.docs", "").equals("write")) {
      write(page, charts);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
    assertThat(committedCharts()).isEqualTo(charts);
  }

  @Test
  void whatIsCommittedIsNoRehearsalAndAllOfItIsOnThePage() throws IOException {
    var all = results.results();

    assertThat(all).isNotEmpty().noneMatch(result -> result.seen().isQuick());
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".json"))
          .containsExactlyInAnyOrderElementsOf(all.stream().map(Result::rawFile).toList());
    }
  }

  private static Map<String, String> committedCharts() throws IOException {
    var charts = new TreeMap<String, String>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.filter(name -> name.toString().endsWith(".svg")).toList()) {
        charts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return charts;
  }

  private static void write(String page, Map<String, String> charts) throws IOException {
    for (var name : committedCharts().keySet()) {
      Files.delete(FOLDER.resolve(name));
    }
    for (var chart : charts.entrySet()) {
      Files.writeString(FOLDER.resolve(chart.getKey()), chart.getValue());
    }
    Files.writeString(PAGE, page);
  }
}
