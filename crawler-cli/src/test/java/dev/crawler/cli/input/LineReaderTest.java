package dev.crawler.cli.input;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static List<String> lines(InputStream bytes) throws IOException {
    var lines = new ArrayList<String>();
    try (var reader = LineReader.of(bytes)) {
      for (var line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<String> lines(byte[] bytes) throws IOException {
    return lines(new ByteArrayInputStream(bytes));
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void linesEndInAnyWay() throws IOException {
    var lines = lines("a\nb\r\nc\rd\n\n\r\re".getBytes(UTF_8));

    assertThat(lines).containsExactly("a", "b", "c", "d", "", "", "", "e");
  }

  @Test
  void anEmptyListHasNoLine() throws IOException {
    var lines = lines(new byte[0]);

    assertThat(lines).isEmpty();
  }

  @Test
  void gzipIsToldByItsFirstBytes() throws IOException {
    var lines = lines(gzip("a\nb\n"));

    assertThat(lines).containsExactly("a", "b");
  }

  @Test
  void aTornGzipFileIsAnErrorAndNotAShortList() throws IOException {
    var whole = gzip("http://ex.com/\n".repeat(1000));
    var torn = new ByteArrayInputStream(whole, 0, whole.length / 2);

    assertThatThrownBy(() -> lines(torn)).isInstanceOf(IOException.class);
  }

  @Test
  void aByteOrderMarkTellsUtf16() throws IOException {
    var lines = lines("\uFEFFhttp://bücher.example/\r\nb".getBytes(UTF_16LE));

    assertThat(lines).containsExactly("http://bücher.example/", "b");
  }

  @Test
  void bytesThatAreNoTextAreReplaced() throws IOException {
    var lines = lines(new byte[] {'a', (byte) 0xff, 'b', '\n', (byte) 0xc3});

    assertThat(lines).containsExactly("a\uFFFDb", "\uFFFD");
  }

  @Test
  @SuppressWarnings("InputStreamSlowMultibyteRead") // slow is fine here
  void aLineWithoutEndCostsNoMemoryAndHidesNothingAfterIt() throws IOException {
    var endless =
        new InputStream() {
          private long left = 100_000_000;

          @Override
          public int read() {
            left--;
            return left >= 0 ? 'x' : left == -1 ? '\n' : left == -2 ? 'y' : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            int c = read();
            if (c < 0) {
              return -1;
            }
            int count = c == 'x' ? (int) Math.min(length, left + 1) : 1;
            Arrays.fill(bytes, offset, offset + count, (byte) c);
            left -= count - 1;
            return count;
          }
        };

    var lines = lines(endless);

    assertThat(lines).hasSize(2).last().isEqualTo("y");
    assertThat(lines.getFirst()).hasSize(LineReader.LONGEST_LINE);
  }
}
