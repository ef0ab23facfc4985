package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.SmallDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The disk on which workers keep their records is full.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class FullPartsTest {
  /// Takes what a crawl notes at its beginning, and not all of its records.
  private static final int ROOM_KIB = 64;

  private static final int OUTPUT = 6;

  @TempDir private Path folder;

  @BeforeAll
  static void engineIsThere() {
    Processes.assume();
  }

  @Tag("fault:D5")
  @Tag("promise:P21")
  @Test
  void theCrawlEndsAndOneLineSaysWhere() throws Exception {
    var terms = Sites.SWIFT_STREAM;
    try (var disk = SmallDisk.mount(folder);
        var trial = Trial.of(Sites.varied(5, terms), terms, folder);
        var run = trial.fresh()) {
      disk.leave(ROOM_KIB);
      var state = disk.folder().resolve("state").toString();

      run.begin("--engine", "processes", "--workers", "2", "--state", state);

      assertThat(run.end().code()).as(run::story).isEqualTo(OUTPUT);
      assertThat(run.coordinator().said())
          .as(run::story)
          .filteredOn(line -> line.startsWith("crawler: cannot write "))
          .singleElement()
          .asString()
          .contains(state, "No space left on device");
      assertThat(run.coordinator().said()).noneMatch(line -> line.contains("Exception"));
    }
  }
}
