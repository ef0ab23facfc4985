package dev.crawler.vertx.client;

import java.io.IOException;

/// Every address of a host is one that the task may not connect to. *Immutable.*
final class ForbiddenAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String address;

  ForbiddenAddressException(String address) {
    super("not a public address: " + address);
    this.address = address;
  }

  /// The first of them, in digits.
  String address() {
    return address;
  }
}
