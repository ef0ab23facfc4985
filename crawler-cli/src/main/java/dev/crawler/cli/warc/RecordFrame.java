package dev.crawler.cli.warc;

import java.nio.ByteBuffer;
import java.util.List;

/// How a record stands in the file. *Confined to one thread at a time.*
sealed interface RecordFrame extends AutoCloseable permits PlainFrame, GzipFrame {
  /// The record in pieces, to be written one after the other.
  ///
  /// @param header of the record
  /// @param head first part of its block: fields, which are worth compressing
  /// @param body second part of its block, which may be long
  List<ByteBuffer> frame(byte[] header, ByteBuffer head, ByteBuffer body);

  /// What stands behind each record.
  static byte[] end() {
    return new byte[] {'\r', '\n', '\r', '\n'};
  }

  @Override
  void close();
}
