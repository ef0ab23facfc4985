package dev.crawler.core.session;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A [Reserve] that cannot be written or read: the disk is full, say. Ends the crawl.
public final class ReserveException extends UncheckedIOException {
  public ReserveException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
