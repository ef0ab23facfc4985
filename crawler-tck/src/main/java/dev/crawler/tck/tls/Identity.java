package dev.crawler.tck.tls;

import javax.net.ssl.SSLContext;

/// Who a server claims to be over TLS. Each has a certificate for `secure.example`, `named.example`
/// and 127.0.0.1.
public enum Identity {
  /// The one that is asked for, and somebody who is trusted says so.
  TRUE,
  /// As true, but of long ago.
  EXPIRED,
  /// Itself alone says so.
  SELF_SIGNED,
  /// Somebody whom nobody knows says so.
  UNKNOWN_ROOT,
  /// Somebody who is trusted would say so, if what lies between were shown.
  INCOMPLETE;

  /// What a server takes on to be it.
  public SSLContext context() {
    return TestKeys.ofKit().server(this);
  }
}
