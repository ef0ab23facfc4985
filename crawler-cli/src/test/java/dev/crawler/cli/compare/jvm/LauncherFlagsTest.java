package dev.crawler.cli.compare.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The same flags stand in three places, none of which can read another.
class LauncherFlagsTest {
  @Test
  void theLauncherPassesThem() throws IOException {
    var launcher = Path.of(System.getProperty("crawler.root", "..")).resolve("crawler");

    assertThat(Files.readString(launcher)).contains(LauncherFlags.REQUIRED);
  }

  @Test
  void theyAreWhatManyProcessesNeed() throws ReflectiveOperationException {
    var needed = Class.forName("dev.crawler.processes.cluster.JvmFlags").getField("REQUIRED");

    assertThat(needed.get(null)).isEqualTo(LauncherFlags.REQUIRED);
  }
}
