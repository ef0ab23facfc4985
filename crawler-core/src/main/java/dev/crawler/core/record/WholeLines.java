package dev.crawler.core.record;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Rescues a file of lines whose writing broke off. *No state.*
final class WholeLines {
  private static final int STEP = 1 << 16;

  private WholeLines() {}

  /// Cuts off the line that was not finished; removes the file when it has no whole line.
  static void keep(Path file) throws IOException {
    long end;
    try (var channel = FileChannel.open(file, READ, WRITE)) {
      end = endOfLastLine(channel);
      channel.truncate(end);
    }
    if (end == 0) {
      Files.delete(file);
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    var buffer = ByteBuffer.allocate(STEP);
    for (long end = channel.size(); end > 0; end -= STEP) {
      long start = Math.max(0, end - STEP);
      read(channel, start, buffer.clear().limit((int) (end - start)));
      for (int i = buffer.position() - 1; i >= 0; i--) {
        if (buffer.get(i) == '\n') {
          return start + i + 1;
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
