package dev.crawler.processes.cluster;

import java.util.List;

/// What a JVM has to be started with, so that Hazelcast finds the parts of the JDK it looks into
/// and nothing is printed about them. *Immutable.*
public final class JvmFlags {
  /// The flags, one argument each. The surefire configuration of this module repeats them; a test
  /// compares.
  public static final List<String> REQUIRED =
      List.of(
          "--add-modules=java.se",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  private JvmFlags() {}
}
