package dev.crawler.core.record;

import java.io.Closeable;
import java.io.IOException;

/// Puts finished lines into an output, in an order of its own. *Confined to one thread at a time.*
sealed interface Lines extends Closeable permits CompletionLines, InputLines {
  /// Takes the line of that record; the line is the caller's again on return.
  void add(PageRecord page, RecordLine line) throws IOException;

  /// Hands on what is not held back.
  void flush() throws IOException;

  /// Writes what is held back, and closes the output.
  @Override
  void close() throws IOException;
}
