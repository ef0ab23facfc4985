package dev.crawler.processes.ledger;

/// The ledger cannot be read or written any more: this member was torn off from those that go on,
/// is shutting down, or has asked in vain for too long. Whoever meets it asks for nothing more,
/// writes nothing more and ends.
public final class LedgerLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
