package dev.crawler.processes.cluster;

/// A member or client found no cluster that would have it: the name, the version of our wire format
/// or the address is another. The message is one line for the user.
public final class JoinRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JoinRefusedException(String message, Throwable cause) {
    super(message, cause);
  }

  JoinRefusedException(String message) {
    super(message);
  }
}
