package dev.crawler.cli.experiments.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceReaderTest {
  private static final String SOURCE =
      """
      package p;

      import java.util.*;
      import q.Other;

      /// Comments do not count.
      final class Counted {
        private final List<String> handedIn;
        private final List<String> copied = List.of();
        private final List<String> made = new ArrayList<>();
        private final AtomicLong atomic = new AtomicLong();
        private final Set<String> keys = ConcurrentHashMap.newKeySet();
        private volatile boolean closed; // two kinds of fields that are not final
        private int plain;

        /* nor does
         * this */
        Counted(List<String> handedIn, Neighbour neighbour) {
          this.handedIn = handedIn;
        }

        record Value(List<String> component) {}

        enum Kind {
          ONE,
          TWO
        }
      }
      """;

  @TempDir private Path root;

  @Test
  void countsLinesAndFieldsByTheirRules() throws IOException {
    var folder = Files.createDirectories(root.resolve("m/p"));
    Files.writeString(folder.resolve("Counted.java"), SOURCE);

    var file = SourceReader.read(root, Path.of("m/p")).getFirst();

    assertThat(file.type()).isEqualTo("p.Counted");
    assertThat(file.module()).isEqualTo("m");
    assertThat(file.lines()).isEqualTo(17);
    assertThat(file.mutableFields()).isEqualTo(2);
    assertThat(file.sharedFields()).isEqualTo(3);
    assertThat(file.uses()).contains("q.Other", "p.Neighbour");
  }
}
