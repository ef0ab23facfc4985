package dev.crawler.vertx.client;

import dev.crawler.core.fetch.BodyLength;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/// Reads one answer out of the bytes of a connection, and nothing beyond it. *Confined to its
/// connection.*
///
/// ```
///   HEAD ──▶ COUNTED, CHUNKED, UNTIL_CLOSE ──▶ ENDED
/// ```
final class AnswerReader {
  private enum State {
    HEAD,
    COUNTED,
    CHUNKED,
    UNTIL_CLOSE,
    ENDED
  }

  private final HeadReader head = new HeadReader();
  private final ChunkReader chunks;
  private State state = State.HEAD;
  private long bodyLength;
  private long left;
  private boolean begun;
  private boolean lastOfItsConnection;

  /// @param maxBody bytes of a body that will be read
  AnswerReader(int maxBody) {
    chunks = new ChunkReader(maxBody);
  }

  /// Whether any byte of it has come.
  boolean hasBegun() {
    return begun;
  }

  boolean hasEnded() {
    return state == State.ENDED;
  }

  /// Whether its head has come, and no body yet, or not all of it.
  boolean isInBody() {
    return state != State.HEAD && state != State.ENDED;
  }

  /// Whether only the end of the connection will be the end of it.
  boolean endsWithConnection() {
    return state == State.UNTIL_CLOSE;
  }

  /// Whether what comes next is more than a bare body.
  boolean isFramed() {
    return state == State.HEAD || state == State.CHUNKED;
  }

  /// Bytes of its body, or what [BodyLength] says in their place.
  long bodyLength() {
    return bodyLength;
  }

  /// Whether no other may follow over the connection.
  boolean isLastOfItsConnection() {
    return lastOfItsConnection;
  }

  /// Takes in some of what there is, and hands on what that is in Netty's words.
  void read(ByteBuf in, List<Object> out) {
    switch (state) {
      case HEAD -> readHead(in, out);
      case COUNTED -> {
        left -= hand(in, left, out);
        endIf(left == 0, out);
      }
      case CHUNKED -> endIf(chunks.read(in, out), out);
      case UNTIL_CLOSE -> hand(in, Long.MAX_VALUE, out);
      case ENDED -> throw new IllegalStateException("beyond the answer");
    }
  }

  private void readHead(ByteBuf in, List<Object> out) {
    if (!begun && !mayBegin(in.getByte(in.readerIndex()))) {
      throw AnswerException.notHttp("not HTTP");
    }
    begun = true;
    var response = head.read(in);
    if (response != null) {
      bodyLength = bodyLength(response);
      left = bodyLength;
      lastOfItsConnection = !HttpUtil.isKeepAlive(response) || isContradictory(response.headers());
      out.add(response);
      state = inBody(bodyLength);
      endIf(bodyLength == 0, out);
    }
  }

  private static long bodyLength(HttpResponse head) {
    int status = head.status().code();
    if (status == 204 || status == 304) {
      return 0;
    }
    var fields = head.headers();
    long length =
        BodyLength.of(
            fields.getAll(HttpHeaderNames.TRANSFER_ENCODING),
            fields.getAll(HttpHeaderNames.CONTENT_LENGTH));
    if (length == BodyLength.MALFORMED) {
      throw AnswerException.notHttp("no way to tell where the body ends");
    }
    return length;
  }

  /// Whether the end is told in two ways. The connection is not trusted with another request then,
  /// because somebody on the way may have read it the other way.
  private static boolean isContradictory(HttpHeaders fields) {
    return fields.contains(HttpHeaderNames.TRANSFER_ENCODING)
        && fields.contains(HttpHeaderNames.CONTENT_LENGTH);
  }

  private static State inBody(long length) {
    if (length == BodyLength.CHUNKED) {
      return State.CHUNKED;
    }
    return length == BodyLength.UNTIL_CLOSE ? State.UNTIL_CLOSE : State.COUNTED;
  }

  /// The end of the answer.
  void endIf(boolean ended, List<Object> out) {
    if (ended) {
      state = State.ENDED;
      out.add(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  private static int hand(ByteBuf in, long most, List<Object> out) {
    int length = (int) Math.min(most, in.readableBytes());
    out.add(new DefaultHttpContent(in.readRetainedSlice(length)));
    return length;
  }

  /// Whether an answer may begin so: a status line, or an empty line before it. A TLS alert does
  /// not.
  private static boolean mayBegin(byte first) {
    return first == 'H' || first == '\r' || first == '\n';
  }
}
