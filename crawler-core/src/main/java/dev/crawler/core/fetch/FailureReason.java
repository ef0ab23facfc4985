package dev.crawler.core.fetch;

import java.util.Locale;

/// Why a fetch gave no usable answer. Fetchers choose it by the type of what went wrong, never by
/// message text.
public enum FailureReason implements Reason {
  /// The name has no address.
  DNS,
  /// Nobody could say whether it has: the name server failed, or was silent for too long. A record
  /// calls it [#DNS]; a session has it tried again.
  LOOK_UP,
  /// No connection: refused, unroutable, or not made within the connect timeout.
  CONNECT,
  /// The TLS handshake or the certificate.
  TLS,
  /// The total deadline passed.
  TIMEOUT,
  /// The connection broke before or within the answer.
  RESET,
  /// What came was not HTTP, or over its limits.
  PROTOCOL,
  /// The body ended before it should have.
  TRUNCATED,
  /// The body is not what its `Content-Encoding` says.
  DECODE,
  /// The crawl was stopped meanwhile.
  CANCELLED,
  /// A fault of our own; one page's loss, never the crawl's.
  INTERNAL;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// What stands in a record, which has one word for both kinds of look-up that found nothing.
  public FailureReason recorded() {
    return this == LOOK_UP ? DNS : this;
  }

  @Override
  public String label() {
    return recorded().label;
  }
}
