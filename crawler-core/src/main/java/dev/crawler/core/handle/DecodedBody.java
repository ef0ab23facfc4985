package dev.crawler.core.handle;

import dev.crawler.core.fetch.FailureReason;

/// What became of a body whose `Content-Encoding` was undone.
sealed interface DecodedBody {
  /// The content. *Valid until its workbench is used again: the array may be the bench's own.*
  ///
  /// @param bytes array that holds it from index 0 on
  /// @param length how many of them
  /// @param truncated whether there would have been more
  @SuppressWarnings("ArrayRecordComponent") // a view on a buffer, never compared
  record Content(byte[] bytes, int length, boolean truncated) implements DecodedBody {}

  /// No content: the body is not what it says, or ends too soon.
  record Unreadable(FailureReason reason, String message) implements DecodedBody {}
}
