package dev.crawler.http;

import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/// What went wrong, by the type of what was thrown and by when; never by its text.
final class FailureMapping {
  private FailureMapping() {}

  /// What an exception thrown in a phase means.
  static FetchFailure of(Phase phase, Throwable thrown) {
    if (thrown instanceof ProxyException) {
      return FetchFailure.PROXY;
    }
    return switch (phase) {
      case LOOK_UP -> FetchFailure.ofLookUp(thrown);
      case CONNECT -> unlessOurs(thrown, FetchFailure.NO_CONNECTION);
      case HANDSHAKE -> ofHandshake(thrown);
      case HEAD -> ofAnswer(thrown, FetchFailure.BROKEN);
      case BODY -> ofAnswer(thrown, FetchFailure.CUT_SHORT);
    };
  }

  private static FetchFailure unlessOurs(Throwable thrown, FetchFailure failure) {
    return thrown instanceof RuntimeException ? FetchFailure.INTERNAL : failure;
  }

  private static FetchFailure ofHandshake(Throwable thrown) {
    return switch (thrown) {
      case SSLException _ -> FetchFailure.TLS;
      case IOException _ -> FetchFailure.BROKEN;
      default -> FetchFailure.INTERNAL;
    };
  }

  /// @param early what it is called when the connection ends in order, but too soon
  private static FetchFailure ofAnswer(Throwable thrown, FetchFailure early) {
    return switch (thrown) {
      case HttpException _ -> FetchFailure.NOT_HTTP;
      case IOException e when e.getCause() instanceof HttpException -> FetchFailure.NOT_HTTP;
      case NoHttpResponseException _ -> FetchFailure.BROKEN;
      case ConnectionClosedException _, TruncatedChunkException _ -> early;
      case SSLProtocolException _ -> early; // no TLS farewell; see `requireCloseNotify` in the JDK
      case MessageConstraintException _, MalformedChunkCodingException _ -> FetchFailure.NOT_HTTP;
      case SSLException _ -> FetchFailure.TLS;
      case InterruptedIOException _ -> FetchFailure.OVERDUE;
      case IOException _ -> FetchFailure.BROKEN;
      default -> FetchFailure.INTERNAL;
    };
  }
}
