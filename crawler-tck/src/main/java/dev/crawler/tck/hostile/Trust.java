package dev.crawler.tck.hostile;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// While it lasts, the JDK trusts the authorities of a store and no other. It is told as users tell
/// it, so that no client needs a door for tests. *Confined to one thread, but the trust is that of
/// the whole JVM.*
public final class Trust implements AutoCloseable {
  private final Map<String, @Nullable String> before = new HashMap<>();

  private Trust() {}

  /// Begins with the authority of hostile servers.
  public static Trust inHostileServers() {
    return in(Certificates.made().trusted());
  }

  /// Begins with those of a store that [Keytool] made.
  public static Trust in(Path store) {
    var trust = new Trust();
    trust.set("javax.net.ssl.trustStore", store.toString());
    trust.set("javax.net.ssl.trustStorePassword", Keytool.PASSWORD);
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
