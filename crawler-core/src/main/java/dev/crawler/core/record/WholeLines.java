package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Rescues a file of lines whose writing broke off. *No state.*
final class WholeLines {
  private static final int STEP = 1 << 16;

  private WholeLines() {}

  /// Cuts off the line that was not finished; removes the file when it has no whole line.
  ///
  /// @param lineEnd what ends a line and stands nowhere else
  static void keep(Path file, String lineEnd) throws IOException {
    long end;
    try (var channel = FileChannel.open(file, READ, WRITE)) {
      end = endOfLastLine(channel, lineEnd.getBytes(UTF_8));
      channel.truncate(end);
    }
    if (end == 0) {
      Files.delete(file);
    }
  }

  /// Steps overlap by what a line end may have in the one before.
  private static long endOfLastLine(FileChannel channel, byte[] lineEnd) throws IOException {
    var buffer = ByteBuffer.allocate(STEP + lineEnd.length - 1);
    long size = channel.size();
    for (long end = size; end > 0; end -= STEP) {
      long start = Math.max(0, end - STEP);
      long overlapping = Math.min(size, end + lineEnd.length - 1);
      read(channel, start, buffer.clear().limit((int) (overlapping - start)));
      for (int i = buffer.position() - lineEnd.length; i >= 0; i--) {
        if (Arrays.equals(buffer.array(), i, i + lineEnd.length, lineEnd, 0, lineEnd.length)) {
          return start + i + lineEnd.length;
        }
      }
    }
    return 0;
  }

  private static void read(FileChannel channel, long from, ByteBuffer buffer) throws IOException {
    int count = 0;
    while (count >= 0 && buffer.hasRemaining()) {
      count = channel.read(buffer, from + buffer.position());
    }
  }
}
