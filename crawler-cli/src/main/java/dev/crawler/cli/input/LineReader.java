package dev.crawler.cli.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Lines of a list as people leave them: gzipped or not (told by the first bytes, not by the name),
/// UTF-8 or, when a byte order mark says so, UTF-16; line ends of any kind; bytes that are no text
/// become U+FFFD. *Confined to one thread.*
final class LineReader implements SeedReader {
  /// Characters kept of a line. Far more than any URL that is crawled; the rest of a longer line is
  /// read and forgotten, so that a list without line ends costs no memory.
  static final int LONGEST_LINE = 64 << 10;

  private static final int BUFFER = 64 << 10;

  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int end;
  private boolean afterCarriageReturn;

  private LineReader(Reader reader) {
    this.reader = reader;
  }

  /// Reads these bytes; closing the reader closes them.
  static LineReader of(InputStream bytes) throws IOException {
    var plain = plain(new BufferedInputStream(bytes, BUFFER));
    return new LineReader(new InputStreamReader(plain, charset(plain)));
  }

  /// The next line without its end, or null after the last.
  @Override
  public @Nullable String next() throws IOException {
    var line = new StringBuilder();
    int c = read();
    if (c == '\n' && afterCarriageReturn) {
      c = read();
    }
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n' && c != '\r'; c = read()) {
      if (line.length() < LONGEST_LINE) {
        line.append((char) c);
      }
    }
    afterCarriageReturn = c == '\r';
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private int read() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, reader.read(buffer));
    }
    return position < end ? buffer[position++] : -1;
  }

  private static BufferedInputStream plain(BufferedInputStream bytes) throws IOException {
    var start = peek(bytes, 2);
    boolean gzip = start.length == 2 && start[0] == 0x1f && (start[1] & 0xff) == 0x8b;
    return gzip ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER) : bytes;
  }

  /// The UTF-16 decoder takes the mark away; that of UTF-8 leaves U+FEFF, which
  /// [dev.crawler.core.plan.SeedText] strips.
  private static Charset charset(BufferedInputStream bytes) throws IOException {
    var start = peek(bytes, 2);
    boolean utf16 =
        start.length == 2
            && ((start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xfe
                || (start[0] & 0xff) == 0xfe && (start[1] & 0xff) == 0xff);
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static byte[] peek(BufferedInputStream bytes, int count) throws IOException {
    bytes.mark(count);
    var start = bytes.readNBytes(count);
    bytes.reset();
    return start;
  }
}
