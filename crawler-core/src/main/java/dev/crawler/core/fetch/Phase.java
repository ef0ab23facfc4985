package dev.crawler.core.fetch;

/// How far a fetch has come. The same exception means another failure in another phase.
public enum Phase {
  /// Finding the addresses of the host.
  LOOK_UP(FetchFailure.LOOK_UP_OVERDUE),
  /// Making the TCP connection.
  CONNECT(FetchFailure.CONNECT_OVERDUE),
  /// Making it secure.
  HANDSHAKE(FetchFailure.OVERDUE),
  /// Sending the request and reading the header section of the answer.
  HEAD(FetchFailure.OVERDUE),
  /// Reading the body.
  BODY(FetchFailure.OVERDUE);

  private final FetchFailure overdue;

  Phase(FetchFailure overdue) {
    this.overdue = overdue;
  }

  /// What it is called when the deadline passes in this phase.
  public FetchFailure overdue() {
    return overdue;
  }
}
