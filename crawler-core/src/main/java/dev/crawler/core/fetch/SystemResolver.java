package dev.crawler.core.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolverProvider;
import java.util.Hashtable;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.ServiceUnavailableException;
import javax.naming.directory.DirContext;
import javax.naming.spi.NamingManager;

/// The system's resolver, with a second opinion when it finds nothing.
///
/// The JDK throws the same for a name that does not exist and for a name server that fails, and
/// tells them apart in words alone. Its own client of the DNS, below JNDI, has a type for each, so
/// it is asked which it was. A resolver that was put in the JDK's place (JEP 418) is taken at its
/// word, and so is whoever names a host `.invalid` (RFC 6761 section 6.4). *Thread-safe.*
final class SystemResolver implements NameResolver {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final String[] ADDRESSES = {"A", "AAAA"};
  private static final String PATIENCE_MILLIS = "1000";

  @Override
  public List<InetAddress> resolve(String host) throws IOException {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      if (!isReserved(host) && !isReplaced() && !isAnswered(host)) {
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

  /// Whether the DNS says that the name has no address, or cannot be asked for it at all. When it
  /// knows one after all, the other answer was that of a name server that failed.
  ///
  /// No URL gets as far as to a naming service of another kind, and none is asked but the DNS,
  /// which knows no objects: so nothing is ever deserialised.
  @SuppressWarnings("BanJNDI")
  private static boolean isAnswered(String host) {
    try {
      return !NAME.matcher(host).matches()
          || !(NamingManager.getInitialContext(environment()) instanceof DirContext dns)
          || isWithoutAddress(host, dns);
    } catch (ServiceUnavailableException | CommunicationException _) {
      return false;
    } catch (NamingException _) {
      return true; // it does not exist, or is no name
    }
  }

  @SuppressWarnings("BanJNDI")
  private static boolean isWithoutAddress(String host, DirContext dns) throws NamingException {
    try {
      return dns.getAttributes(host + ".", ADDRESSES).size() == 0;
    } finally {
      dns.close();
    }
  }

  @SuppressWarnings("JdkObsolete") // what JNDI takes
  private static Hashtable<String, String> environment() {
    var environment = new Hashtable<String, String>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put("com.sun.jndi.dns.timeout.initial", PATIENCE_MILLIS);
    environment.put("com.sun.jndi.dns.timeout.retries", "1");
    return environment;
  }
}
