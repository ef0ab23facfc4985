package dev.crawler.cli.job;

import java.security.Security;

/// What the JVM remembers of names that it did not find: nothing, since a retry shall ask again.
public final class NameCache {
  private static final String SECONDS = "networkaddress.cache.negative.ttl";
  private static final String NEVER = "0";

  private NameCache() {}

  /// Has it forget, from the first look-up on. The launcher says so in a file that the JVM reads
  /// anyway: to say it here has the JVM look for a logger in each jar.
  public static void forgetFailures() {
    if (!NEVER.equals(Security.getProperty(SECONDS))) {
      Security.setProperty(SECONDS, NEVER);
    }
  }
}
