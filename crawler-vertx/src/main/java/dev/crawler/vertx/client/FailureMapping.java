package dev.crawler.vertx.client;

import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What went wrong, by the type of what was thrown and by when; never by its text.
final class FailureMapping {
  private FailureMapping() {}

  /// What an exception thrown in a phase means.
  static FetchFailure of(Phase phase, Throwable thrown) {
    if (thrown instanceof CancellationException) {
      return FetchFailure.CANCELLED;
    }
    if (thrown instanceof ProxyException) {
      return FetchFailure.PROXY;
    }
    return switch (phase) {
      case LOOK_UP -> FetchFailure.ofLookUp(thrown);
      case CONNECT -> unlessOurs(thrown, FetchFailure.NO_CONNECTION);
      case HANDSHAKE -> ofHandshake(thrown);
      case HEAD, BODY -> ofAnswer(thrown);
    };
  }

  private static FetchFailure unlessOurs(Throwable thrown, FetchFailure failure) {
    return thrown instanceof IOException ? failure : FetchFailure.INTERNAL;
  }

  /// Vert.x wraps whatever happens within a handshake; before it, the connection is made.
  private static FetchFailure ofHandshake(Throwable thrown) {
    return switch (thrown) {
      case SSLException e when isBroken(e.getCause()) -> FetchFailure.BROKEN;
      case SSLException _ -> FetchFailure.TLS;
      case IOException _ -> FetchFailure.NO_CONNECTION;
      default -> FetchFailure.INTERNAL;
    };
  }

  /// Whether it broke, and was not closed or refused.
  private static boolean isBroken(@Nullable Throwable cause) {
    return cause instanceof IOException
        && !(cause instanceof SSLException)
        && !(cause instanceof ClosedChannelException);
  }

  private static FetchFailure ofAnswer(Throwable thrown) {
    return switch (thrown) {
      case AnswerException e -> e.failure();
      case DecoderException e when e.getCause() instanceof SSLException -> FetchFailure.TLS;
      case SSLException _ -> FetchFailure.TLS;
      case IOException _, HttpClosedException _ -> FetchFailure.BROKEN;
      default -> FetchFailure.INTERNAL;
    };
  }
}
