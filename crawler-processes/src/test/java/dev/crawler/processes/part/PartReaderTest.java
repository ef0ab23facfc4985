package dev.crawler.processes.part;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartReaderTest {
  @TempDir private Path folder;

  @Test
  @Tag("fault:D1")
  void aTornLastLineDoesNotCount() throws IOException {
    var file = part(1, 3).file();
    var whole = Files.readAllBytes(file);
    int lastLine = lastLine(whole);

    for (int cut = lastLine; cut < whole.length; cut += 7) {
      Files.write(file, Arrays.copyOf(whole, cut));
      assertThat(count(file)).as("cut at %d", cut).isEqualTo(2);
    }
  }

  @Test
  void aFileThatGrowsIsReadAsFarAsItIs() throws IOException {
    try (var log = PartLog.create(folder, 1);
        var reader = PartReader.open(log.part().file())) {
      log.append(Records.page("http://ex.com/a"));

      assertThat(reader.next()).isNotNull();
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aWholeLineThatIsNoRecordIsNamedWithItsFile() throws IOException {
    var file = part(1, 1).file();
    Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);

    assertThatIOException().isThrownBy(() -> count(file)).withMessage(file + ": line 2: not JSON");
  }

  @Test
  void anEmptyFileHasNoRecords() throws IOException {
    assertThat(count(part(1, 0).file())).isZero();
  }

  @Test
  void keysAreThoseOfUrlsAndTextsAsTheyAreShown() {
    assertThat(RecordKey.of("http://ex.com/%7ea?").text()).isEqualTo("http://ex.com/~a");
    assertThat(RecordKey.of("mailto:x").text()).isEqualTo("mailto:x");
    assertThat(RecordKey.of("no \uD83D url \uD83D\uDE00").text())
        .isEqualTo("no \uFFFD url \uD83D\uDE00");
  }

  @Test
  void theKeyOfARecordIsTheOneOfItsText() throws IOException {
    var texts = List.of("half \uDE00", "ä", "http://[", "\0", "mailto:x");
    try (var log = PartLog.create(folder, 1)) {
      for (var text : texts) {
        log.append(Records.refused(text));
      }
    }

    try (var reader = PartReader.open(Part.of(folder, 1).file())) {
      for (var text : texts) {
        assertThat(reader.next()).isNotNull().extracting("key").isEqualTo(RecordKey.of(text));
      }
    }
  }

  @Test
  void aPartIsCopiedPieceByPiece() throws IOException {
    var source = folder.resolve("source");
    var bytes = new byte[PartCopy.PIECE * 2 + 17];
    new Random(1).nextBytes(bytes);
    Files.write(source, bytes);

    var copy = PartCopy.copy(PartSource.of(source), folder, 4);

    assertThat(copy.file()).hasBinaryContent(bytes);
    assertThat(copy).isEqualTo(Part.of(folder, 4));
  }

  @Test
  void aRangeIsNeverLongerThanWhatIsAsked() throws IOException {
    var source = folder.resolve("source");
    Files.write(source, "abcdef".getBytes(UTF_8));

    assertThat(PartSource.of(source).read(1, 3)).isEqualTo("bcd".getBytes(UTF_8));
    assertThat(PartSource.of(source).read(4, 3)).isEqualTo("ef".getBytes(UTF_8));
    assertThat(PartSource.of(source).read(6, 3)).isEmpty();
    assertThatIOException().isThrownBy(() -> PartSource.of(source).read(7, 3));
  }

  private Part part(int worker, int records) throws IOException {
    try (var log = PartLog.create(folder, worker)) {
      for (int i = 0; i < records; i++) {
        log.append(Records.page("http://ex.com/" + i));
      }
      return log.part();
    }
  }

  private static int lastLine(byte[] bytes) {
    int start = bytes.length - 1;
    while (bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static int count(Path file) throws IOException {
    int count = 0;
    try (var reader = PartReader.open(file)) {
      while (reader.next() != null) {
        count++;
      }
    }
    return count;
  }
}
