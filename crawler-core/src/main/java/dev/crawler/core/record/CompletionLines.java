package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Lines as they come, below the header of their format. *Confined to one thread at a time.*
final class CompletionLines implements Lines {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final String header;
  private boolean begun;

  CompletionLines(OutputStream out, String header) {
    this.out = new BufferedOutputStream(out, BUFFER);
    this.header = header;
  }

  @Override
  public void add(PageRecord page, RecordLine line) throws IOException {
    line.writeTo(begun());
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      begun().flush();
    }
  }

  /// The output, once its header is written.
  OutputStream begun() throws IOException {
    if (!begun) {
      begun = true;
      out.write(header.getBytes(UTF_8));
    }
    return out;
  }
}
