package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.result.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What this machine says of itself.
public final class Machines {
  private Machines() {}

  /// This one, now.
  ///
  /// @param flags of each engine's JVM
  public static Machine thisOne(List<String> flags) {
    var system = ManagementFactory.getOperatingSystemMXBean();
    long memory =
        system instanceof com.sun.management.OperatingSystemMXBean more
            ? more.getTotalMemorySize()
            : 0;
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        memory,
        "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()),
        processor(),
        "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor", "")),
        flags.stream().filter(Machines::isShown).map(Machines::withoutFolders).toList(),
        Math.round(system.getSystemLoadAverage() * 100) / 100.0);
  }

  /// A property may be a secret; those of ours are none.
  private static boolean isShown(String flag) {
    return !flag.startsWith("-D") || flag.startsWith("-Dcrawler.");
  }

  private static String withoutFolders(String flag) {
    return flag.replaceFirst("=/.*/", "=");
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
