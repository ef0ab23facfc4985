package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.contract.FaultTrial;
import dev.crawler.tck.contract.PlayedFaults.Seen;
import dev.crawler.tck.hostile.FaultTable;
import dev.crawler.tck.hostile.HostileServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Plays every fault to every engine that is found. The endings that were seen are the table in
/// `docs/faults.md`; with `-Dcrawler.table=write` they are written there.
final class FaultMatrixTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String BEGIN = "<!-- faults: written by FaultMatrixTest -->";
  private static final String END = "<!-- end of faults -->";

  private final Path document =
      Path.of(System.getProperty("crawler.root", "..")).resolve("docs/faults.md");

  @Tag("spec:E2")
  @Tag("promise:P10")
  @Tag("promise:P13")
  @Test
  void everyEngineEndsEveryFaultAsTheTableSays() throws IOException {
    var endings = new LinkedHashMap<String, Map<String, String>>();
    var complaints = new ArrayList<String>();
    var trials =
        Stream.concat(FaultTrial.ofPages().stream(), FaultTrial.ofRobots().stream()).toList();

    for (var trial : trials) {
      play(trial, endings, complaints);
    }

    assertThat(complaints).isEmpty();
    var table = FaultTable.lines(endings);
    assertThat(table).noneMatch(line -> line.contains("not played"));
    Files.write(Path.of(System.getProperty("java.io.tmpdir"), "faults.md"), table);
    if (System.getProperty("crawler.table", "").equals("write")) {
      Files.writeString(document, withTable(table));
    }
    assertThat(Files.readString(document)).isEqualTo(withTable(table));
  }

  private static void play(
      FaultTrial trial,
      SequencedMap<String, Map<String, String>> endings,
      List<String> complaints) {
    try (var server = HostileServer.start(trial.faults())) {
      var crawls = new ArrayList<EngineRecords>();
      for (var engine : Engines.ofOneProcess()) {
        var played = trial.play(engine, server, PATIENCE);
        var column = endings.computeIfAbsent(engine.name(), _ -> new HashMap<>());
        for (var seen : played.seen()) {
          column.put(seen.fault().id(), seen.ending());
          complaints.addAll(complaints(engine.name(), seen));
        }
        crawls.add(new EngineRecords(engine.name(), played.lines()));
      }
      EngineRecords.assertAgreement(crawls);
    }
  }

  private static List<String> complaints(String engine, Seen seen) {
    return seen.complaints().stream()
        .map(complaint -> engine + ", " + seen.fault() + ": " + complaint)
        .toList();
  }

  private String withTable(List<String> table) throws IOException {
    var text = Files.readString(document);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    return text.substring(0, begin)
        + "\n\n"
        + String.join("\n", table)
        + "\n\n"
        + text.substring(text.indexOf(END));
  }
}
