package dev.crawler.core.record;

import dev.crawler.core.fetch.Settlement;
import java.io.IOException;

/// Takes the records of a crawl. Called by many threads at once, one call per record; a call may
/// block, which holds the crawl back. *Thread-safe.*
public interface Sink extends AutoCloseable {
  /// Takes one record. When it throws, the crawl ends: a page that cannot be written must not be
  /// lost silently.
  void write(PageRecord page) throws IOException;

  /// Takes one record with how its URL was settled. A sink that passes records on passes that on,
  /// too: it may lead to one that writes both.
  default void write(PageRecord page, Settlement settlement) throws IOException {
    write(page);
  }

  /// Hands on what was buffered.
  default void flush() throws IOException {}

  /// Flushes and makes the output final. Idempotent.
  @Override
  default void close() throws IOException {}
}
