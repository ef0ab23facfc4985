package dev.crawler.core.engine;

/// A crawl that could not go on; the cause says why.
public final class CrawlFailedException extends RuntimeException {
  /// Wraps the cause.
  public CrawlFailedException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
