package dev.crawler.cli.warc;

import java.nio.ByteBuffer;
import java.util.List;

/// How a record stands in the file. *Immutable.*
sealed interface RecordFrame permits PlainFrame, GzipFrame {
  /// The record in pieces, to be written one after the other.
  ///
  /// @param header of the record
  /// @param head first part of its block
  /// @param body second part of its block
  List<ByteBuffer> frame(byte[] header, ByteBuffer head, ByteBuffer body);

  /// What stands behind each record.
  static byte[] end() {
    return new byte[] {'\r', '\n', '\r', '\n'};
  }
}
