package dev.crawler.processes.cluster;

/// Where a member listens. *Immutable.*
///
/// @param host name or literal address, IPv6 without brackets
/// @param port from 1 to 65535
public record ClusterAddress(String host, int port) {
  private static final int MOST = 65_535;

  /// Refuses what no member can listen on.
  public ClusterAddress {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("an address needs a host");
    }
    if (port < 1 || port > MOST) {
      throw new IllegalArgumentException("port must be from 1 to 65535: " + port);
    }
  }

  /// `host:port`, an IPv6 address in brackets.
  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
