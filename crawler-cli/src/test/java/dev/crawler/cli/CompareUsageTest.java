package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mistakes that are told before anything runs.
final class CompareUsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--engines none                 | no engine 'none'; found:",
        "--engines serial,serial        | a comma list of engines, each once",
        "--engines serial,              | a comma list of engines, each once",
        "--rounds 0                     | a number of 1 or more",
        "--hosts 2 http://127.0.0.1:9/  | --hosts=2 is for the embedded site",
        "--hosts 0                      | a site needs hosts and pages",
        "--faults 101                   | faults are from 0 to 100 percent",
        "--latency 1ms --latency-spread 2ms | --latency-spread is longer than --latency",
        "--engines serial --workers 3   | --workers is for the engine processes",
        "--max-duration 3s              | unknown option --max-duration",
        "--cookie-jar c                 | unknown option --cookie-jar",
        "--patience 0                   | longer than nothing",
      })
  void isOneLineWithExitCode2(String arguments, String complaint) {
    var shell = Shell.run(("compare " + arguments).split(" +"));

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).singleElement().asString().contains(complaint);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsToldFirst() {
    var shell = Shell.run("compare", "--json", "/nowhere/at/all.json");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.complaints()).singleElement().asString().contains("no such folder");
  }

  @Test
  void aListThatSaysNothingIsNoInput() {
    var shell = Shell.runWithInput("# nothing\n", "compare", "--engines", "serial", "-i", "-");

    assertThat(shell.code()).isEqualTo(7);
    assertThat(shell.complaints()).containsExactly("crawler: no URLs in standard input");
  }
}
