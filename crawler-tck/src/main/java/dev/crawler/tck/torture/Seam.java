package dev.crawler.tck.torture;

/// Where a connection can break, seen from the server.
public enum Seam {
  /// As it is accepted.
  CONNECT,
  /// When a request has been read and nothing of the answer is on its way.
  READ,
  /// In place of a piece of an answer, by a reset.
  WRITE,
  /// The same, by an orderly end that comes too early.
  END
}
