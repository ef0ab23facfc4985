package dev.crawler.tck.tls;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// While it lasts, the JDK trusts the authority of test servers and no other. It is told as users
/// tell it, so that no client needs a door for tests. *Confined to one thread, but the trust is
/// that of the whole JVM.*
public final class Trust implements AutoCloseable {
  private final Map<String, @Nullable String> before = new HashMap<>();

  private Trust() {}

  /// Begins.
  public static Trust inTestServers() {
    var trust = new Trust();
    trust.set("javax.net.ssl.trustStore", TestKeys.ofKit().trusted().toString());
    trust.set("javax.net.ssl.trustStorePassword", TestKeys.PASSWORD);
    return trust;
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
