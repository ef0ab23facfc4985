package dev.crawler.cli.warc;

import java.nio.ByteBuffer;
import java.util.List;

/// A record as it is. *Immutable.*
record PlainFrame() implements RecordFrame {
  @Override
  public List<ByteBuffer> frame(byte[] header, ByteBuffer head, ByteBuffer body) {
    return List.of(ByteBuffer.wrap(header), head, body, ByteBuffer.wrap(RecordFrame.end()));
  }
}
