package dev.crawler.http;

/// How far a fetch has come. The same exception means another failure in another phase.
enum Phase {
  /// Finding the addresses of the host.
  LOOK_UP,
  /// Making the TCP connection.
  CONNECT,
  /// Making it secure.
  HANDSHAKE,
  /// Sending the request and reading the header section of the answer.
  HEAD,
  /// Reading the body.
  BODY
}
