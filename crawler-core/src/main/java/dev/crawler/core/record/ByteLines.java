package dev.crawler.core.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream as bytes, with where each begins. *Confined to one thread.*
final class ByteLines {
  /// No record is longer: it would be an output of something else.
  private static final int LONGEST = 256 << 20;

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private long consumed;
  private byte[] line = new byte[1 << 16];
  private int length;
  private long offset;
  private long number;
  private boolean unfinished;

  ByteLines(InputStream stream) {
    this.stream = stream;
  }

  /// Goes to the next line; false after the last.
  ///
  /// @throws IOException when the stream fails, or the line is longer than any record
  boolean next() throws IOException {
    offset = consumed + position;
    number++;
    length = 0;
    unfinished = true;
    while (unfinished && fill()) {
      int from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      append(from);
      if (position < end) {
        position++;
        unfinished = false;
      }
    }
    return !unfinished || length > 0;
  }

  private boolean fill() throws IOException {
    if (position == end) {
      consumed += end;
      position = 0;
      end = Math.max(0, stream.read(buffer));
    }
    return position < end;
  }

  private void append(int from) throws IOException {
    int more = position - from;
    if (more > LONGEST - length) {
      throw new IOException("line " + number + ": longer than any record");
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(buffer, from, line, length, more);
    length += more;
  }

  /// The line, from index 0 on; valid until the next.
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /// Where it begins in the stream.
  long offset() {
    return offset;
  }

  /// Counted from 1.
  long number() {
    return number;
  }

  /// Whether its end is missing: who wrote it was cut short.
  boolean isUnfinished() {
    return unfinished;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
