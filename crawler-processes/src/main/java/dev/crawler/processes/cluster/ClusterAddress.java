package dev.crawler.processes.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;

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

  /// The host's first address.
  ///
  /// @throws JoinRefusedException when it has none
  InetAddress resolved() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new JoinRefusedException("no address is known for " + host, e);
    }
  }

  /// `host:port`, an IPv6 address in brackets.
  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
