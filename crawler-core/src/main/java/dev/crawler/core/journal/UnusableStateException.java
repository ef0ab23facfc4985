package dev.crawler.core.journal;

import java.io.IOException;

/// A state that no crawl can go on from, or must not: the message says why, in one line.
public final class UnusableStateException extends IOException {
  public UnusableStateException(String message) {
    super(message);
  }
}
