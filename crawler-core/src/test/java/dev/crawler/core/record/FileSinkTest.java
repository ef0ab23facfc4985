package dev.crawler.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spec:O3")
class FileSinkTest {
  private static final RecordFormat URL = RecordFormat.jsonLines(RecordFields.of(List.of("url")));

  @TempDir private Path folder;

  @Test
  void theFileAppearsWholeWhenTheSinkIsClosed() throws IOException {
    var file = folder.resolve("out.jsonl");
    var sink = FileSink.open(file, URL);
    sink.write(Pages.failed("a"));
    sink.flush();

    assertThat(file).doesNotExist();
    sink.close();
    sink.close();

    assertThat(file).content().isEqualTo("{\"url\":\"a\"}\n");
    assertThat(names()).containsExactly("out.jsonl");
  }

  @Test
  void aFormerFileStaysAsItWasUntilThen() throws IOException {
    var file = Files.writeString(folder.resolve("out.jsonl"), "former");
    var sink = FileSink.open(file, URL);
    sink.write(Pages.failed("a"));
    sink.flush();

    assertThat(file).content().isEqualTo("former");
    sink.close();

    assertThat(file).content().isEqualTo("{\"url\":\"a\"}\n");
  }

  @Test
  void aLinkStaysALinkAndItsTargetIsReplaced() throws IOException {
    var target = Files.writeString(folder.resolve("target"), "former");
    var link = Files.createSymbolicLink(folder.resolve("link"), target);

    try (var sink = FileSink.open(link, URL)) {
      sink.write(Pages.failed("a"));
    }

    assertThat(link).isSymbolicLink();
    assertThat(target).content().isEqualTo("{\"url\":\"a\"}\n");
  }

  @Test
  void aMissingFolderIsRefusedAtOnce() {
    assertThatIOException().isThrownBy(() -> FileSink.open(folder.resolve("none/out.jsonl"), URL));
  }

  @Test
  void aFolderIsNoFile() {
    assertThatIOException().isThrownBy(() -> FileSink.open(folder, URL));
  }

  @Test
  void afterAFailureTheFormerFileStaysAndTheWholeLinesAreKept() throws IOException {
    var file = Files.writeString(folder.resolve("out.jsonl"), "former");
    var part = Files.writeString(folder.resolve("out.part"), "{\"url\":\"a\"}\n{\"ur");
    Sink full =
        _ -> {
          throw new IOException("No space left on device");
        };
    var sink = new FileSink(file, part, full, "\n");

    assertThatIOException()
        .isThrownBy(() -> sink.write(Pages.failed("b")))
        .withMessage("No space left on device (whole lines so far are kept in " + part + ")");
    sink.close();

    assertThat(part).content().isEqualTo("{\"url\":\"a\"}\n");
    assertThat(file).content().isEqualTo("former");
  }

  @Test
  void aPartWithoutAWholeLineIsRemoved() throws IOException {
    var part = Files.writeString(folder.resolve("x.part"), "x".repeat(200_000));

    WholeLines.keep(part, "\n");

    assertThat(part).doesNotExist();
  }

  @Test
  void aLongTornLineIsCutWhereverItBegan() throws IOException {
    for (int length = 65_530; length < 65_545; length++) {
      var part = Files.writeString(folder.resolve("x.part"), "a\n" + "x".repeat(length));

      WholeLines.keep(part, "\n");

      assertThat(part).content().isEqualTo("a\n");
    }
  }

  @Test
  void aDeviceIsWrittenToDirectly() throws IOException {
    var full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
    var sink = FileSink.open(full, URL);
    sink.write(Pages.failed("a"));

    assertThatIOException().isThrownBy(sink::flush).withMessageContaining("No space left");
  }

  private Stream<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
