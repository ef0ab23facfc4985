package dev.crawler.vertx.client;

import dev.crawler.core.fetch.ChunkSize;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpContent;
import java.util.List;

/// Reads a body that comes in chunks (RFC 9112 section 7.1), with a limit on what they are wrapped
/// in. Trailers are read and dropped. *Confined to its connection.*
final class ChunkReader {
  /// Chunks of one byte each take six.
  private static final long WRAPPING = 16;

  private static final int TRAILERS = 16;

  private enum State {
    SIZE,
    CONTENT,
    END_OF_CONTENT,
    TRAILERS,
    ENDED
  }

  private final LineReader lines;
  private State state = State.SIZE;
  private long left;
  private int trailers;
  private boolean malformed;

  /// @param maxBody bytes of a body that will be read
  ChunkReader(int maxBody) {
    lines = new LineReader(HeadReader.SECTION, WRAPPING * maxBody + HeadReader.SECTION);
  }

  /// Takes in what there is, and hands on its content.
  ///
  /// @return whether the body has ended
  boolean read(ByteBuf in, List<Object> out) {
    while (state != State.ENDED) {
      if (state == State.CONTENT) {
        if (!in.isReadable()) {
          return false;
        }
        readContent(in, out);
      } else {
        var line = lines.next(in);
        if (line == null) {
          return false;
        }
        take(line);
      }
    }
    return true;
  }

  private void readContent(ByteBuf in, List<Object> out) {
    int length = (int) Math.min(left, in.readableBytes());
    lines.count(length);
    out.add(new DefaultHttpContent(in.readRetainedSlice(length)));
    left -= length;
    if (left == 0) {
      state = State.END_OF_CONTENT;
    }
  }

  private void take(String line) {
    switch (state) {
      case SIZE -> {
        left = ChunkSize.of(line);
        require(left != ChunkSize.MALFORMED);
        state = left > 0 ? State.CONTENT : State.TRAILERS;
      }
      case END_OF_CONTENT -> {
        require(line.isEmpty());
        state = State.SIZE;
      }
      case TRAILERS -> {
        if (line.isEmpty()) {
          require(!malformed);
          state = State.ENDED;
        } else {
          takeTrailer(line);
        }
      }
      case CONTENT, ENDED -> throw new IllegalStateException("no line now");
    }
  }

  private void takeTrailer(String line) {
    boolean fold = HeadReader.isBlank(line.charAt(0)) && trailers > 0;
    if (!fold) {
      int colon = line.indexOf(':');
      malformed |= colon < 1 || HeadReader.isBlank(line.charAt(colon - 1));
      require(++trailers < TRAILERS);
    }
  }

  private static void require(boolean wellFormed) {
    if (!wellFormed) {
      throw AnswerException.notHttp("malformed chunk");
    }
  }
}
