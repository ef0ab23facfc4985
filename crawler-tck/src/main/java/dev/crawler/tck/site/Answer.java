package dev.crawler.tck.site;

import dev.crawler.core.fetch.Headers;
import java.time.Duration;

/// What a site answers to one request. *Immutable by convention: bodies are not copied.*
public sealed interface Answer {
  /// How long the site takes before its first byte.
  Duration latency();

  /// Whether there is no reason to ask again: neither broken nor a status that is retried (408,
  /// 425, 429, 500, 502, 503, 504).
  default boolean isFinal() {
    return switch (this) {
      case Reply(var status, _, _, _, _) ->
          switch (status) {
            case 408, 425, 429, 500, 502, 503, 504 -> false;
            default -> true;
          };
      case Cut _, Reset _ -> false;
    };
  }

  /// A whole answer.
  ///
  /// @param headers without those that frame the body
  /// @param body as sent, encoded as the headers say
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Reply(int status, Headers headers, byte[] body, Framing framing, Duration latency)
      implements Answer {}

  /// An answer whose body ends before the length that was announced.
  ///
  /// @param body what is sent of it
  /// @param announced more than that
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Cut(int status, Headers headers, byte[] body, int announced, Duration latency)
      implements Answer {}

  /// The connection is reset instead.
  record Reset(Duration latency) implements Answer {}

  /// How the end of a body is told (RFC 9112 section 6.3).
  enum Framing {
    /// By `Content-Length`.
    LENGTH,
    /// By the chunked transfer coding.
    CHUNKED,
    /// By closing the connection.
    CLOSE
  }
}
