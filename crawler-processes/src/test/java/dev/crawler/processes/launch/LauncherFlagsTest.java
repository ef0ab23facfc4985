package dev.crawler.processes.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.processes.cluster.JvmFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the script `crawler` and the workers' command line say of each other.
final class LauncherFlagsTest {
  private static final Path SCRIPT = Path.of(System.getProperty("crawler.root", ".."), "crawler");

  private static Stream<String> words() throws IOException {
    return Pattern.compile("[\\s\"']+").splitAsStream(Files.readString(SCRIPT));
  }

  /// In their order and spelling too: the cache is good for no others, and a flag that a worker
  /// inherits must not come twice.
  @Test
  void theScriptGivesTheFlagsOfTheCluster() throws IOException {
    var given = words().filter(word -> word.startsWith("--") && word.contains("=")).toList();

    assertThat(given).containsSequence(JvmFlags.REQUIRED);
    assertThat(JvmCommand.flags(JvmFlags.REQUIRED, Set.of(), JvmFlags.REQUIRED, 1))
        .doesNotHaveDuplicates();
  }

  @Test
  void theScriptNamesTheHeapThatItGivesOneProcessAlone() throws IOException {
    var alone =
        words()
            .filter(word -> word.startsWith("-Dcrawler.alone="))
            .map(word -> word.substring(word.indexOf('=') + 1))
            .map(list -> List.of(list.split(",")))
            .findFirst()
            .orElseThrow();

    assertThat(words()).containsAll(alone);
    assertThat(alone).isNotEmpty().allMatch(HeapShare::isSaidBy);
  }
}
