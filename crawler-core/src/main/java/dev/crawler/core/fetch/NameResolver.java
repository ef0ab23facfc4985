package dev.crawler.core.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host name. *Thread-safe.*
@FunctionalInterface
public interface NameResolver {
  /// The system's resolver.
  NameResolver SYSTEM = new SystemResolver();

  /// All addresses, in the order to try them; at least one. May block. A literal address is its own
  /// answer.
  ///
  /// @throws UnknownHostException when there is none; it is not asked for again in this run
  /// @throws IOException when nobody could say so; another try may find one
  List<InetAddress> resolve(String host) throws IOException;
}
