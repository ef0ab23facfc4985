package dev.crawler.core.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.ServiceLoader;

/// The system's resolver, with a second opinion when it finds nothing: the JDK throws the same for
/// a name that does not exist and for a name server that fails, and tells them apart in words
/// alone.
///
/// A resolver that was put in the JDK's place (JEP 418) is taken at its word, and so is whoever
/// names a host `.invalid` (RFC 6761 section 6.4). *Thread-safe.*
final class SystemResolver implements NameResolver {
  @Override
  public List<InetAddress> resolve(String host) throws IOException {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      if (!isReserved(host) && !isReplaced() && DnsOpinion.OF_SYSTEM.isMissing(host)) {
        throw new IOException("no answer from a name server", e);
      }
      throw e;
    }
  }

  private static boolean isReserved(String host) {
    return host.equals("invalid") || host.endsWith(".invalid");
  }

  private static boolean isReplaced() {
    var system = ClassLoader.getSystemClassLoader();
    return ServiceLoader.load(InetAddressResolverProvider.class, system).findFirst().isPresent();
  }
}
