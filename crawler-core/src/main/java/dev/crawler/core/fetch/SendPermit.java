package dev.crawler.core.fetch;

/// Whether requests may still go out, asked immediately before the first byte of each, of each
/// `CONNECT` and of each TLS handshake. A process that was paused may wake up between a connection
/// and its request, when what it crawled has long been given to another: it must not send then.
///
/// Asked by many threads, and often: an answer takes no time. Who is refused sends nothing, closes
/// the connection and ends its fetch as [FetchFailure#CANCELLED]. *Thread-safe.*
@FunctionalInterface
public interface SendPermit {
  /// For whoever nobody takes over from.
  SendPermit ALWAYS = () -> true;

  /// Whether to send now.
  boolean isGiven();
}
