package dev.crawler.cli.architecture.broken.first;

import javax.net.ssl.HostnameVerifier;

/// Trusts everybody, whatever the user said.
final class GullibleClient {
  private boolean trustAll;

  HostnameVerifier verifier() {
    setTrustAll(true);
    return (_, _) -> trustAll;
  }

  private void setTrustAll(boolean value) {
    trustAll = value;
  }
}
