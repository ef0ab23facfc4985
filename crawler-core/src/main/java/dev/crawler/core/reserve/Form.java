package dev.crawler.core.reserve;

/// How something is written in a chunk. *Immutable.*
interface Form<T> {
  void write(T item, ChunkWriter out);

  /// Reads what was written, in the same order.
  T read(ChunkReader in);
}
