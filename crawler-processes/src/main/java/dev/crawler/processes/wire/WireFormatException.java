package dev.crawler.processes.wire;

import org.jspecify.annotations.Nullable;

/// Bytes that nobody of this version wrote: cut short, of another format, or with a value that
/// cannot be. The message says what is wrong and repeats nothing of the bytes, which may hold
/// secrets. *Immutable.*
public final class WireFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WireFormatException(String message) {
    super(message);
  }

  WireFormatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
