package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;

/// A line in the making, reused from record to record: always valid UTF-8, whatever the texts were.
/// *Confined to one thread at a time.*
public final class RecordLine {
  /// Longer lines are not kept, so that one huge page does not hold memory for ever.
  private static final int KEPT = 1 << 18;

  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(UTF_8);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
  private final Writer writer =
      new OutputStreamWriter(
          bytes,
          UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .replaceWith(REPLACEMENT.clone()));

  /// Begins anew with this record and its line end.
  public void set(PageRecord page, RecordFormat format) {
    bytes.reset();
    try {
      format.write(page, writer);
      writer.write(format.lineEnd());
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /// Hands all bytes over, line end included, in one call.
  public void writeTo(OutputStream out) throws IOException {
    bytes.writeTo(out);
  }

  /// Number of bytes, line end included.
  public int length() {
    return bytes.size();
  }

  /// A copy of all bytes, line end included.
  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  /// Whether it is small enough to be used again.
  public boolean isWorthKeeping() {
    return bytes.size() <= KEPT;
  }

  /// The text without the line end.
  @Override
  public String toString() {
    return bytes.toString(UTF_8).stripTrailing();
  }
}
