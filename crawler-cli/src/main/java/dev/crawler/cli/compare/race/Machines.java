package dev.crawler.cli.compare.race;

import com.sun.management.OperatingSystemMXBean;
import dev.crawler.cli.compare.result.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What this machine says of itself.
public final class Machines {
  private static final Duration MOMENT = Duration.ofMillis(500);

  private Machines() {}

  /// This one, now; looks for a moment at what else is at work.
  ///
  /// @param flags of each engine's JVM
  public static Machine thisOne(List<String> flags) {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()),
        processor(),
        "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor", "")),
        flags.stream().filter(Machines::isShown).map(Machines::withoutFolders).toList(),
        Math.round(busyCores(system) * 100) / 100.0);
  }

  private static double busyCores(OperatingSystemMXBean system) {
    system.getCpuLoad(); // the next is of the time since this one
    LockSupport.parkNanos(MOMENT.toNanos());
    double busy = system.getCpuLoad();
    return busy < 0 ? busy : busy * Runtime.getRuntime().availableProcessors();
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
