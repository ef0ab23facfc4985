package dev.crawler.core.fetch;

import java.util.Hashtable;
import java.util.regex.Pattern;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.ServiceUnavailableException;
import javax.naming.directory.DirContext;
import javax.naming.spi.NamingManager;

/// What the DNS says of a name, asked through the JDK's own client, which lies below JNDI and has a
/// type for each way to fail. *Thread-safe.*
///
/// No name that looks like a URL gets there, and no naming service but the DNS is asked, which
/// knows no objects: so nothing is ever deserialised.
///
/// @param servers `dns:`, or `dns://host:port`
record DnsOpinion(String servers) {
  /// That of the name servers that the system is set up with.
  static final DnsOpinion OF_SYSTEM = new DnsOpinion("dns:");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final String[] ADDRESSES = {"A", "AAAA"};
  private static final String PATIENCE_MILLIS = "1000";

  /// Whether nobody could answer for a name that was not found: a name server failed, was silent,
  /// or knows an address after all.
  @SuppressWarnings("BanJNDI")
  boolean isMissing(String host) {
    try {
      return NAME.matcher(host).matches()
          && NamingManager.getInitialContext(environment()) instanceof DirContext dns
          && hasAddress(host, dns);
    } catch (ServiceUnavailableException | CommunicationException _) {
      return true;
    } catch (NamingException _) {
      return false; // it does not exist, or is no name
    }
  }

  @SuppressWarnings("BanJNDI")
  private static boolean hasAddress(String host, DirContext dns) throws NamingException {
    try {
      return dns.getAttributes(host + ".", ADDRESSES).size() > 0;
    } finally {
      dns.close();
    }
  }

  @SuppressWarnings("JdkObsolete") // what JNDI takes
  private Hashtable<String, String> environment() {
    var environment = new Hashtable<String, String>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, servers);
    environment.put("com.sun.jndi.dns.timeout.initial", PATIENCE_MILLIS);
    environment.put("com.sun.jndi.dns.timeout.retries", "1");
    return environment;
  }
}
