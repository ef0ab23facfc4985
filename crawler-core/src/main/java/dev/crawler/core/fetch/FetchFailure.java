package dev.crawler.core.fetch;

import dev.crawler.core.fetch.FetchResult.Trace;
import dev.crawler.core.fetch.FetchResult.Unreachable;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Objects;

/// All that can go wrong with a fetch, in the words of the record. Clients word it each in their
/// own way; here it reads the same whichever client failed.
public enum FetchFailure {
  /// The name has no address.
  NO_ADDRESS(FailureReason.DNS, "no address found"),
  /// Nobody could say whether it has.
  LOOK_UP_FAILED(FailureReason.LOOK_UP, "no answer from a name server"),
  /// Nor did anybody before time ran out.
  LOOK_UP_OVERDUE(FailureReason.LOOK_UP, "no address found in time"),
  /// Refused, or no way there.
  NO_CONNECTION(FailureReason.CONNECT, "connection refused, or host unreachable"),
  /// No answer to the call.
  CONNECT_OVERDUE(FailureReason.CONNECT, "no connection in time"),
  /// By the proxy, which is named.
  PROXY(FailureReason.CONNECT, "the proxy cannot be reached"),
  /// The handshake, or a record after it.
  TLS(FailureReason.TLS, "TLS failed"),
  /// Before the last byte.
  OVERDUE(FailureReason.TIMEOUT, "took too long"),
  /// Before or within the answer.
  BROKEN(FailureReason.RESET, "connection broke before the end of the answer"),
  /// Malformed, or longer than allowed where no part of it can be used.
  NOT_HTTP(FailureReason.PROTOCOL, "not HTTP, or over its limits"),
  /// In order, but too soon.
  CUT_SHORT(FailureReason.TRUNCATED, "body ended early"),
  /// By a stop or a close.
  CANCELLED(FailureReason.CANCELLED, "cancelled"),
  /// By a client that never called back.
  LOST(FailureReason.INTERNAL, "the client never called back"),
  /// Our own.
  INTERNAL(FailureReason.INTERNAL, "internal fault");

  private static final int LONGEST = 200;

  private final FailureReason reason;
  private final String text;

  FetchFailure(FailureReason reason, String text) {
    this.reason = reason;
    this.text = text;
  }

  /// What an exception thrown by an [AddressBook] means.
  public static FetchFailure ofLookUp(Throwable thrown) {
    return switch (thrown) {
      case UnknownHostException _ -> NO_ADDRESS;
      case IOException _ -> LOOK_UP_FAILED;
      default -> INTERNAL;
    };
  }

  /// The reason that the session is told.
  public FailureReason reason() {
    return reason;
  }

  /// The result of a fetch that ended so.
  public Unreachable at(Trace trace) {
    return new Unreachable(reason, text, trace);
  }

  /// The same, with what can be said of the cause in the same words by every client: what is wrong
  /// about a certificate, which is the JDK's to judge, which proxy it was, and which fault of ours.
  public Unreachable at(Trace trace, Throwable cause) {
    var detail =
        switch (this) {
          case TLS -> objection(cause);
          case INTERNAL -> cause.toString();
          case PROXY -> cause instanceof ProxyException ours ? ours.said() : "";
          default -> "";
        };
    return detail.isEmpty() ? at(trace) : new Unreachable(reason, cleaned(detail), trace);
  }

  /// What the innermost security check said, or nothing.
  private static String objection(Throwable cause) {
    var objection = "";
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof GeneralSecurityException) {
        objection = Objects.requireNonNullElse(at.getMessage(), "");
      }
    }
    return objection;
  }

  /// One line without control characters.
  private static String cleaned(String text) {
    var clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
