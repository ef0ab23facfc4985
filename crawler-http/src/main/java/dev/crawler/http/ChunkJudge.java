package dev.crawler.http;

import dev.crawler.core.fetch.ChunkSize;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.util.CharArrayBuffer;

/// Holds the lines between chunks to [ChunkSize] where the library is laxer: on a stream it takes
/// signs, among events it takes a negative size for one not read yet. *Confined to its body.*
final class ChunkJudge {
  private enum Line {
    SIZE,
    END_OF_CHUNK,
    TRAILER
  }

  private Line next = Line.SIZE;

  /// Called for each whole line that is no content, in order.
  void judge(CharArrayBuffer line) throws MalformedChunkCodingException {
    next =
        switch (next) {
          case SIZE -> afterSize(ChunkSize.of(line));
          case END_OF_CHUNK -> Line.SIZE;
          case TRAILER -> Line.TRAILER;
        };
  }

  private static Line afterSize(long size) throws MalformedChunkCodingException {
    if (size == ChunkSize.MALFORMED) {
      throw new MalformedChunkCodingException("bad chunk size");
    }
    return size > 0 ? Line.END_OF_CHUNK : Line.TRAILER;
  }
}
