package dev.crawler.core.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host name. *Thread-safe.*
@FunctionalInterface
public interface NameResolver {
  /// The system's resolver.
  NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /// All addresses, in the order to try them; at least one. May block. A literal address is its own
  /// answer.
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
