package dev.crawler.cli.compare.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AotCachesTest {
  @TempDir private Path folder;

  @Test
  void anEngineThatHasACacheStartsFromIt() throws IOException {
    var shared = "-XX:AOTCache=" + folder.resolve("crawler.aot");
    var own = Files.createFile(folder.resolve("heavy.aot"));

    assertThat(AotCaches.flagsFor("heavy", List.of("-Xmx1g", shared)))
        .isEqualTo(List.of("-Xmx1g", "-XX:AOTCache=" + own));
    assertThat(AotCaches.flagsFor("light", List.of("-Xmx1g", shared)))
        .isEqualTo(List.of("-Xmx1g", shared));
    assertThat(AotCaches.flagsFor("heavy", List.of("-Xmx1g"))).isEqualTo(List.of("-Xmx1g"));
  }
}
