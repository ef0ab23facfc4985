package dev.crawler.core.fetch;

import java.io.IOException;

/// Every address of a host is one that the task may not connect to. For fetchers, within which it
/// becomes a [FetchResult.Forbidden]. *Immutable.*
public final class ForbiddenAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String address;

  /// @param address the first of them, in digits
  public ForbiddenAddressException(String address) {
    super("not a public address: " + address);
    this.address = address;
  }

  /// The first of them, in digits.
  public String address() {
    return address;
  }
}
