package dev.crawler.core.fetch;

/// The raw body of an answer. It is in memory, unless the bodies of all fetches together would take
/// too much of that: then in a temporary file that has no name any more. *Thread-safe, for one
/// reader.*
public sealed interface Body extends AutoCloseable permits Body.Held, SpilledBody {
  /// No bytes.
  Body EMPTY = of(new byte[0]);

  /// A body of these bytes, which are not copied.
  static Body of(byte[] bytes) {
    return new Held(bytes, Lease.NONE);
  }

  /// How many bytes there are.
  int length();

  /// The bytes, for their one reader, who may ask again: from a file they are read anew each time.
  ///
  /// @throws java.io.UncheckedIOException when the file cannot be read
  byte[] bytes();

  /// Frees what it holds. What was read stays its reader's.
  @Override
  void close();

  /// A body in memory.
  ///
  /// @param bytes all of it
  /// @param lease of the memory that it takes
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Held(byte[] bytes, Lease lease) implements Body {
    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public void close() {
      lease.close();
    }
  }
}
