package dev.crawler.processes.part;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A worker that is killed as hard as can be, while it writes.
@Timeout(60)
class KilledWorkerTest {
  private static final int APPENDED = 2_000;

  @TempDir private Path folder;

  @Test
  @Tag("fault:D1")
  void whatAppendHasReturnedIsInTheFile() throws Exception {
    var worker =
        new ProcessBuilder(command()).redirectError(folder.resolve("log").toFile()).start();
    List<String> said;
    try (var lines = worker.inputReader(UTF_8)) {
      said = lines.lines().limit(APPENDED).toList();
      worker.destroyForcibly().waitFor();
    } finally {
      worker.destroyForcibly();
    }

    assertThat(said).hasSize(APPENDED);
    assertThat(found()).containsSubsequence(said).hasSizeGreaterThanOrEqualTo(APPENDED);
  }

  private List<String> found() throws IOException {
    var entries = new ArrayList<PartEntry>();
    try (var reader = PartReader.open(Part.of(folder, 1).file())) {
      for (var entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
      }
    }
    return entries.stream()
        .map(entry -> entry.position() + " " + entry.page().url())
        .collect(Collectors.toList());
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        Victim.class.getName(),
        folder.toString());
  }
}
