package dev.crawler.cli.compare.jvm;

import java.util.List;

/// What `./crawler` starts every JVM with, whichever engines there are: without it the JVM itself
/// complains, and Hazelcast finds less than it looks for. *No state.*
public final class LauncherFlags {
  /// One argument each; those of `JvmFlags` in crawler-processes, which need not be there.
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

  private LauncherFlags() {}
}
