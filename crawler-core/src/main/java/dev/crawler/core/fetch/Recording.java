package dev.crawler.core.fetch;

/// What was heard of an exchange. It may be large, and lie on disk as its body may; so it is cut
/// out only when an archive wants it, and then takes as much memory as there was on the wire.
/// *Thread-safe, for one reader.*
public sealed interface Recording extends AutoCloseable permits Transcript, HeardExchange {
  /// Whether there is one.
  boolean isKept();

  /// Bytes that were heard, more or less.
  long length();

  /// What an archive wants of it.
  ///
  /// @throws java.io.UncheckedIOException when a file that it is in cannot be read
  Transcript transcript();

  /// Frees what it holds, but for the body of the answer, which is the receiver's.
  @Override
  void close();
}
