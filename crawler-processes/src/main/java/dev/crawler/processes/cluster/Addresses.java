package dev.crawler.processes.cluster;

import dev.crawler.core.engine.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// The addresses behind endpoints. *No state.*
final class Addresses {
  private Addresses() {}

  /// The first address of an endpoint's host.
  ///
  /// @throws JoinRefusedException when it has none
  static InetAddress of(Endpoint endpoint) {
    try {
      return InetAddress.getByName(endpoint.host());
    } catch (UnknownHostException e) {
      throw new JoinRefusedException("no address is known for " + endpoint.host(), e);
    }
  }
}
