package dev.crawler.tck.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// While it lasts, the JDK trusts the authority of test servers and no other. It is told as users
/// tell it, so that no client needs a door for tests. *Confined to one thread, but the trust is
/// that of the whole JVM.*
public final class Trust implements AutoCloseable {
  private final Map<String, @Nullable String> before = new HashMap<>();
  private final List<TrustManager> read = new ArrayList<>();

  private Trust() {}

  /// Begins.
  public static Trust inTestServers() {
    var trust = new Trust();
    trust.set("javax.net.ssl.trustStore", TestKeys.ofKit().trusted().toString());
    trust.set("javax.net.ssl.trustStorePassword", TestKeys.PASSWORD);
    trust.settle();
    return trust;
  }

  /// Has the JDK read the store now. It keeps the last one it has read, and looks at that outside
  /// of its lock: of two threads that were the first to ask for another, one would get the old one.
  private void settle() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      read.addAll(List.of(factory.getTrustManagers())); // else it would forget the store again
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK cannot read what the kit has written", e);
    }
  }

  @Override
  public void close() {
    before.forEach(Trust::reset);
  }

  private void set(String property, String value) {
    before.put(property, System.setProperty(property, value));
  }

  private static void reset(String property, @Nullable String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }
}
