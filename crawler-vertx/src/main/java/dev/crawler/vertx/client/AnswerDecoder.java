package dev.crawler.vertx.client;

import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.WireTap;
import dev.crawler.core.plan.HttpSettings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
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
///   QUIET ── expectAnswer ──▶ DUE ── read ──▶ QUIET, or SPENT and closed
///     └── bytes ──▶ SPENT, closed
/// ```
final class AnswerDecoder extends ByteToMessageDecoder {
  private enum State {
    QUIET,
    DUE,
    SPENT
  }

  private final HttpSettings settings;
  private State state = State.QUIET;
  private AnswerReader answer;
  private @Nullable ChannelHandlerContext place;
  private @Nullable WireTap tap;
  private boolean cutOff;

  /// @param settings what is read and what is kept of it
  AnswerDecoder(HttpSettings settings) {
    this.settings = settings;
    answer = new AnswerReader(settings.maxBody());
  }

  /// Called before each request is sent.
  void expectAnswer() {
    answer = new AnswerReader(settings.maxBody());
    tap = settings.tap();
    if (state == State.QUIET) {
      state = State.DUE;
    }
  }

  /// The answer that is due, or the last one.
  AnswerReader answer() {
    return answer;
  }

  /// What hears that answer and its request, or null.
  @Nullable WireTap tap() {
    return tap;
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
    switch (state) {
      case QUIET -> close();
      case DUE -> read(in, out);
      case SPENT -> in.skipBytes(in.readableBytes());
    }
  }

  private void read(ByteBuf in, List<Object> out) {
    try {
      readAndTell(in, out);
    } catch (AnswerException e) {
      state = State.SPENT;
      throw e;
    }
    if (answer.hasEnded()) {
      state = State.QUIET;
      if (answer.isLastOfItsConnection()) {
        close();
      }
    }
  }

  private void readAndTell(ByteBuf in, List<Object> out) {
    int start = in.readerIndex();
    boolean heard = tap != null && answer.isFramed();
    answer.read(in, out);
    if (heard && tap != null) {
      tap.receive(in.nioBuffer(start, in.readerIndex() - start));
    }
  }

  /// The end of the connection, when all that came has been decoded. What was thrown here would
  /// arrive after the news that the connection is closed.
  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    boolean due = state == State.DUE;
    state = State.SPENT;
    if (due) {
      answer.endIf(answer.endsWithConnection() && !cutOff, out);
      if (!answer.hasEnded()) {
        var failure = answer.isInBody() ? FetchFailure.CUT_SHORT : FetchFailure.BROKEN;
        context.fireExceptionCaught(new AnswerException(failure, "closed too soon"));
      }
    }
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
