package dev.crawler.core.fetch;

import java.time.Duration;
import java.time.Instant;

/// What came back from the network: always a value, never an exception.
public sealed interface FetchResult {
  /// A complete answer, or as much of it as the limits allow. *Immutable but for the body, which
  /// has one reader.*
  ///
  /// @param status status code as sent, 200 to 599 in practice; 1xx never arrive here
  /// @param headers header fields in the order they came
  /// @param body raw bytes, before any `Content-Encoding` is undone; owned by the receiver
  /// @param truncated whether reading stopped at the body limit
  /// @param recording of what went over the wire, or [Transcript#NONE] when the settings do not ask
  ///   for it; owned by the receiver
  /// @param trace when and where
  record Response(
      int status, Headers headers, Body body, boolean truncated, Recording recording, Trace trace)
      implements FetchResult {
    /// An answer with a body in memory, of which nothing more is known.
    public Response(int status, Headers headers, byte[] body, boolean truncated, Trace trace) {
      this(status, headers, Body.of(body), truncated, Transcript.NONE, trace);
    }

    /// What went over the wire, cut out anew: it takes as much memory as the answer.
    public Transcript transcript() {
      return recording.transcript();
    }

    /// Frees what body and recording hold.
    public void close() {
      recording.close();
      body.close();
    }
  }

  /// No usable answer. `message` is one line for a person, without the URL.
  record Unreachable(FailureReason reason, String message, Trace trace) implements FetchResult {}

  /// The host's address is one that the task may not connect to; nothing was sent.
  record Forbidden(String address, Trace trace) implements FetchResult {}

  /// When and where.
  Trace trace();

  /// When and where a fetch took place. *Immutable.*
  ///
  /// @param startedAt when the fetch began
  /// @param elapsed until the last byte or the failure
  /// @param address IP address connected to (no port), or empty when there was none
  record Trace(Instant startedAt, Duration elapsed, String address) {}
}
