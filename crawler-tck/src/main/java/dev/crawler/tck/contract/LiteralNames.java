package dev.crawler.tck.contract;

import dev.crawler.core.fetch.NameResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Knows literal addresses and no name: tests never ask a name server. *Thread-safe.*
final class LiteralNames implements NameResolver {
  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    try {
      return List.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      var unknown = new UnknownHostException(host);
      unknown.initCause(e);
      throw unknown;
    }
  }
}
