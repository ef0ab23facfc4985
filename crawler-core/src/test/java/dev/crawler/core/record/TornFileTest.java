package dev.crawler.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A disk that is full at any byte.
class TornFileTest {
  private static final int RECORDS = 40;
  private static final int STEP = Boolean.getBoolean("crawler.soak") ? 1 : 37;

  @TempDir private Path folder;

  static Stream<RecordFormat> formats() {
    var fields = RecordFields.of(List.of("url", "outcome"));
    return Stream.of(RecordFormat.jsonLines(fields), RecordFormat.csv(fields));
  }

  /// Takes so many bytes, and of a longer piece what fits.
  private static final class SmallDisk extends OutputStream {
    private final OutputStream out;
    private long room;

    private SmallDisk(OutputStream out, long room) {
      this.out = out;
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      int fit = (int) Math.min(room, count);
      out.write(bytes, from, fit);
      room -= fit;
      if (fit < count) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  @Tag("fault:D5")
  @Tag("promise:P16")
  @Tag("promise:P21")
  @ParameterizedTest
  @MethodSource("formats")
  void whereverTheDiskIsFullWholeLinesAreLeftAndTheFormerFile(RecordFormat format)
      throws IOException {
    var whole = written(format, folder.resolve("whole"), Long.MAX_VALUE);
    var lines = Stream.of(whole.split(format.lineEnd(), -1)).toList();

    for (long room = 0; room < whole.length(); room += STEP) {
      var file = Files.writeString(folder.resolve("out-" + room), "former");
      var part = PartFile.of(file);

      long fits = room;
      assertThatIOException()
          .isThrownBy(() -> write(format, part, fits))
          .withMessageStartingWith("No space left on device (whole lines so far are kept in ");

      int kept = linesWithin(lines, format.lineEnd().length(), room);
      assertThat(file).content().as("room for %d", room).isEqualTo("former");
      if (kept == 0) {
        assertThat(part.path()).doesNotExist();
      } else {
        assertThat(part.path())
            .content()
            .as("room for %d", room)
            .isEqualTo(
                lines.stream()
                    .limit(kept)
                    .map(line -> line + format.lineEnd())
                    .collect(Collectors.joining()));
      }
    }
  }

  private static int linesWithin(List<String> lines, int lineEnd, long room) {
    long length = 0;
    int count = 0;
    while (count < lines.size() && length + lines.get(count).length() + lineEnd <= room) {
      length += lines.get(count).length() + lineEnd;
      count++;
    }
    return count;
  }

  private static String written(RecordFormat format, Path file, long room) throws IOException {
    write(format, PartFile.of(file), room);
    return Files.readString(file);
  }

  private static void write(RecordFormat format, PartFile part, long room) throws IOException {
    var lines = LineSink.to(new SmallDisk(part.create(), room), format);
    try (var sink = new FileSink(part, lines, format.lineEnd())) {
      for (var url : IntStream.range(0, RECORDS).mapToObj("http://ex.com/%d"::formatted).toList()) {
        sink.write(Pages.failed(url));
        sink.flush();
      }
    }
  }
}
