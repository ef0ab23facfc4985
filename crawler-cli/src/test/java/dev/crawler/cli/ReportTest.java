package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told of a crawl: summary, statistics, exit code.
class ReportTest {
  private static final String[] CRAWL = {
    "crawl",
    "-e",
    "canned",
    "http://a/",
    "http://a/timeout",
    "http://a/http_error",
    "http://a/robots"
  };

  @TempDir private Path folder;

  private static Shell crawl(String... options) {
    var words = new String[CRAWL.length + options.length];
    System.arraycopy(CRAWL, 0, words, 0, CRAWL.length);
    System.arraycopy(options, 0, words, CRAWL.length, options.length);
    return Shell.run(words);
  }

  @Test
  void theSummaryGoesToStandardErrorAndCountsByOutcomeAndReason() {
    var shell = crawl();

    assertThat(shell.code()).isZero();
    assertThat(shell.err())
        .contains("crawler: 4 records in ", "pages/s; 4 requests")
        .contains("crawler: ok 1, http_error 1, failed 1 (timeout 1), excluded 1 (robots 1)\n");
    assertThat(shell.out().lines()).hasSize(4).allMatch(line -> line.startsWith("{"));
  }

  @Test
  void quietSaysNothing() {
    var shell = crawl("-q");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.out().lines()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"nothing|0", "failed|3", "http_error|3", "excluded|3", "failed,http_error|3"})
  void failOnMakesAnOutcomeAnExitCode(String what, int code) {
    var shell = crawl("--fail-on", what);

    assertThat(shell.code()).isEqualTo(code);
  }

  @Test
  void failOnAnOutcomeThatDidNotOccurIsNoFailure() {
    var shell = Shell.run("crawl", "-e", "canned", "--fail-on", "failed,excluded", "http://a/");

    assertThat(shell.code()).isZero();
  }

  @Test
  void statisticsAreOneJsonObject() throws IOException {
    var stats = folder.resolve("stats.json");

    crawl("--stats", stats.toString());

    assertThat(Files.readString(stats))
        .startsWith("{\"engine\":\"canned\",\"wall_seconds\":")
        .contains("\"records\":4")
        .contains(
            "\"outcomes\":{\"ok\":1,\"redirect\":0,\"http_error\":1,\"failed\":1,\"excluded\":1}")
        .contains("\"failed_reasons\":{\"timeout\":1}", "\"excluded_reasons\":{\"robots\":1}")
        .contains("\"requests\":4", "\"retries\":0", "\"robots_requests\":0", "\"body_bytes\":400")
        .contains("\"pages_per_second\":", "\"peak_heap_bytes\":", "\"limits_reached\":[]")
        .endsWith("\"stopped\":false}\n");
  }

  @Test
  @Tag("spec:M2")
  void whatWasNotGotIsReportedOnStandardErrorOrInAFile() throws IOException {
    var file = folder.resolve("report.txt");

    var toFile = crawl("-q", "--report", file.toString());
    var toError = crawl("-q", "--report=-");

    assertThat(toFile.err()).isEmpty();
    assertThat(toError.err().lines())
        .hasSize(6)
        .anyMatch(
            line -> line.matches("crawler: +1  excluded: robots +a +such as http://a/robots"));
    assertThat(Files.readAllLines(file))
        .isEqualTo(toError.err().lines().map(line -> line.substring(9)).toList());
  }

  @Test
  void aUrlAfterReportIsNoFile() {
    var shell = Shell.run("crawl", "-q", "-e", "canned", "--report", "http://a/robots");

    assertThat(shell.code()).isZero();
    assertThat(shell.err()).contains("excluded: robots");
    assertThat(shell.out().lines()).hasSize(1);
  }

  @Test
  void aReportInAMissingFolderIsRefusedBeforeTheCrawl() {
    var file = folder.resolve("missing").resolve("report").toString();

    var shell = Shell.run("crawl", "-e", "canned", "--report=" + file, "http://a/endless");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.complaints()).hasSize(1);
  }

  @Test
  void aCrawlThatBreaksSaysSoAndKeepsWhatWasWritten() {
    var shell = Shell.run("crawl", "-e", "canned", "http://a/", "http://a/broken");

    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out().lines()).hasSize(1);
    assertThat(shell.complaints())
        .singleElement()
        .asString()
        .contains("the crawl failed: ", "the canned engine broke");
  }

  @Test
  void aCrawlThatLastsTooLongIsEndedAndSaysSo() {
    var shell = Shell.run("crawl", "-e", "canned", "--max-duration", "50ms", "http://a/endless");

    assertThat(shell.code()).isEqualTo(4);
    assertThat(shell.err()).contains("limits reached: --max-duration", "stopped before the end");
    assertThat(shell.out()).endsWith("}\n");
  }

  @Test
  void aCrawlThatIsDoneInTimeDoesNotMindTheLimit() {
    var shell = Shell.run("crawl", "-e", "canned", "--max-duration", "1h", "http://a/");

    assertThat(shell.code()).isZero();
  }

  @Test
  void noTimeAtAllIsRefused() {
    var shell = Shell.run("crawl", "-e", "canned", "--max-duration", "0", "http://a/");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).singleElement().asString().contains("max-duration");
  }

  @Test
  void enginesAreListedOneALine() {
    var shell = Shell.run("engines");

    assertThat(shell.code()).isZero();
    assertThat(shell.out().lines())
        .anyMatch(line -> line.matches("canned +state nowhere; never waits"));
  }
}
