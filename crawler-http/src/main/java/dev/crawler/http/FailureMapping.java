package dev.crawler.http;

import dev.crawler.core.fetch.FailureReason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/// The reason that stands in a record, by the type of what was thrown and by when; never by its
/// text.
final class FailureMapping {
  private static final int MESSAGE_LENGTH = 200;

  private FailureMapping() {}

  /// The reason for an exception thrown in a phase.
  static FailureReason reason(Phase phase, Throwable thrown) {
    return switch (phase) {
      case LOOK_UP -> unlessOurs(thrown, FailureReason.DNS);
      case CONNECT -> unlessOurs(thrown, FailureReason.CONNECT);
      case HANDSHAKE -> ofHandshake(thrown);
      case HEAD -> ofAnswer(thrown, FailureReason.RESET);
      case BODY -> ofAnswer(thrown, FailureReason.TRUNCATED);
    };
  }

  /// The reason for a deadline that passed in a phase.
  static FailureReason overdue(Phase phase) {
    return switch (phase) {
      case LOOK_UP -> FailureReason.DNS;
      case CONNECT -> FailureReason.CONNECT;
      case HANDSHAKE, HEAD, BODY -> FailureReason.TIMEOUT;
    };
  }

  /// What was thrown as one line for a person, without control characters, the host and too much
  /// else: the library names the host where it could not connect.
  static String message(Throwable thrown) {
    return switch (thrown) {
      case ConnectTimeoutException _ -> "no connection in time";
      case HttpHostConnectException _ -> "connection refused, or host unreachable";
      default ->
          cleaned(
              Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName()));
    };
  }

  private static String cleaned(String text) {
    var clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    return clean.length() <= MESSAGE_LENGTH ? clean : clean.substring(0, MESSAGE_LENGTH);
  }

  private static FailureReason unlessOurs(Throwable thrown, FailureReason reason) {
    return thrown instanceof RuntimeException ? FailureReason.INTERNAL : reason;
  }

  private static FailureReason ofHandshake(Throwable thrown) {
    return switch (thrown) {
      case SSLException _ -> FailureReason.TLS;
      case IOException _ -> FailureReason.RESET;
      default -> FailureReason.INTERNAL;
    };
  }

  /// @param early what it is called when the connection ends in order, but too soon
  private static FailureReason ofAnswer(Throwable thrown, FailureReason early) {
    return switch (thrown) {
      case ClientProtocolException e when e.getCause() instanceof HttpException ->
          FailureReason.PROTOCOL;
      case NoHttpResponseException _ -> FailureReason.RESET;
      case ConnectionClosedException _, TruncatedChunkException _ -> early;
      case SSLProtocolException _ -> early; // no TLS farewell; see `requireCloseNotify` in the JDK
      case MessageConstraintException _, MalformedChunkCodingException _ -> FailureReason.PROTOCOL;
      case SSLException _ -> FailureReason.TLS;
      case InterruptedIOException _ -> FailureReason.TIMEOUT;
      case IOException _ -> FailureReason.RESET;
      default -> FailureReason.INTERNAL;
    };
  }
}
