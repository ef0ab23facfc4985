package dev.crawler.vertx.client;

import dev.crawler.core.fetch.FetchFailure;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the answers that come over one connection, in the place of Netty's decoder.
///
/// It knows when an answer is due, and closes the connection on bytes that nobody asked for; it
/// tells the end of a connection inside a header section from one inside a body, and an end with
/// TLS's farewell from one without. *Confined to the connection's event loop.*
///
/// ```
///   QUIET ──expect──▶ HEAD ──▶ COUNTED, CHUNKED, UNTIL_CLOSE ──▶ QUIET, or SPENT and closed
///     └── bytes ──▶ SPENT, closed
/// ```
final class AnswerDecoder extends ByteToMessageDecoder {
  private enum State {
    QUIET,
    HEAD,
    COUNTED,
    CHUNKED,
    UNTIL_CLOSE,
    SPENT
  }

  private final int maxBody;
  private State state = State.QUIET;
  private HeadReader head = new HeadReader();
  private ChunkReader chunks;
  private @Nullable ChannelHandlerContext place;
  private long length;
  private long left;
  private boolean begun;
  private boolean kept;
  private boolean cutOff;

  /// @param maxBody bytes of a body that will be read
  AnswerDecoder(int maxBody) {
    this.maxBody = maxBody;
    chunks = new ChunkReader(maxBody);
  }

  /// Called before each request is sent.
  void expectAnswer() {
    if (state == State.QUIET) {
      state = State.HEAD;
      head = new HeadReader();
      begun = false;
    }
  }

  /// Whether any byte of the answer has come.
  boolean hasBegun() {
    return begun;
  }

  /// Bytes of the body of the last answer, or what [BodyLength] says in their place.
  long bodyLength() {
    return length;
  }

  /// Whether another request may be sent over the connection.
  boolean isQuiet() {
    return state == State.QUIET && place != null && place.channel().isActive();
  }

  /// Closes the connection, waiting for nothing that is still to be sent.
  void close() {
    state = State.SPENT;
    if (place != null) {
      var _ = place.close();
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    place = context;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    try {
      read(context, in, out);
    } catch (AnswerException e) {
      state = State.SPENT;
      throw e;
    }
  }

  private void read(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    switch (state) {
      case QUIET -> {
        in.skipBytes(in.readableBytes());
        state = State.SPENT;
        var _ = context.close();
      }
      case HEAD -> readHead(context, in, out);
      case COUNTED -> {
        int part = (int) Math.min(left, in.readableBytes());
        out.add(new DefaultHttpContent(in.readRetainedSlice(part)));
        left -= part;
        if (left == 0) {
          end(context, out);
        }
      }
      case CHUNKED -> {
        if (chunks.read(in, out)) {
          end(context, out);
        }
      }
      case UNTIL_CLOSE -> out.add(new DefaultHttpContent(in.readRetainedSlice(in.readableBytes())));
      case SPENT -> in.skipBytes(in.readableBytes());
    }
  }

  private void readHead(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (!begun && !mayBegin(in.getByte(in.readerIndex()))) {
      throw AnswerException.notHttp("not HTTP");
    }
    begun = true;
    var response = head.read(in);
    if (response == null) {
      return;
    }
    length = BodyLength.of(response);
    left = length;
    kept = HttpUtil.isKeepAlive(response) && !BodyLength.isContradictory(response.headers());
    out.add(response);
    if (length == 0) {
      end(context, out);
    } else if (length == BodyLength.CHUNKED) {
      chunks = new ChunkReader(maxBody);
      state = State.CHUNKED;
    } else {
      state = length == BodyLength.UNTIL_CLOSE ? State.UNTIL_CLOSE : State.COUNTED;
    }
  }

  private void end(ChannelHandlerContext context, List<Object> out) {
    out.add(LastHttpContent.EMPTY_LAST_CONTENT);
    state = kept ? State.QUIET : State.SPENT;
    if (!kept) {
      var _ = context.close();
    }
  }

  /// Whether an answer may begin so: a status line, or an empty line before it. A TLS alert does
  /// not.
  private static boolean mayBegin(byte first) {
    return first == 'H' || first == '\r' || first == '\n';
  }

  /// The end of the connection, when all that came has been decoded. What was thrown here would
  /// arrive after the news that the connection is closed.
  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    var last = state;
    state = State.SPENT;
    switch (last) {
      case QUIET, SPENT -> {}
      case HEAD -> fail(context, FetchFailure.BROKEN);
      case COUNTED, CHUNKED -> fail(context, FetchFailure.CUT_SHORT);
      case UNTIL_CLOSE -> {
        if (cutOff) {
          fail(context, FetchFailure.CUT_SHORT);
        } else {
          out.add(LastHttpContent.EMPTY_LAST_CONTENT);
        }
      }
    }
  }

  private static void fail(ChannelHandlerContext context, FetchFailure failure) {
    context.fireExceptionCaught(new AnswerException(failure, "closed too soon"));
  }

  /// TLS says farewell, which ends the connection, or was cut off without.
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event instanceof SslCloseCompletionEvent farewell) {
      cutOff = !farewell.isSuccess();
      if (!cutOff) {
        var _ = context.close();
      }
    }
    super.userEventTriggered(context, event);
  }

  /// What breaks a connection is passed on; nothing is read any more.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    state = State.SPENT;
    context.fireExceptionCaught(cause);
  }
}
