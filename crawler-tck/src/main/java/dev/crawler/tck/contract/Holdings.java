package dev.crawler.tck.contract;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What this process holds besides memory: threads, virtual ones too; open descriptors, sockets
/// among them, where the system lists or counts them; and files in the temporary folder, of which
/// the build gives each JVM of tests one of its own. *Immutable.*
///
/// @param counts how many there are of each, by its description
public record Holdings(Map<String, Integer> counts) {
  private static final Pattern THREAD = Pattern.compile("(?m)^#\\d+ \"(.*)\".*?(?= [A-Z_]+ )");

  /// Those that last as long as the process: what the JDK keeps for virtual threads and processes,
  /// and spare ones of a cluster's member that stays when a crawl is over.
  private static final Pattern LASTING =
      Pattern.compile(
          "ForkJoinPool.*|VirtualThread.*|.*-Poller|(Master|Sub)Poller.*|process reaper"
              + "|hz\\..*\\.cached\\.thread-\\d+");

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /// After that, what is left is left for good.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(20);

  /// What is held at this moment.
  public static Holdings now() throws IOException {
    var all = new ArrayList<>(threads());
    all.addAll(descriptors());
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      files.forEach(file -> all.add("file " + file));
    }
    var counts = new TreeMap<String, Integer>();
    all.forEach(one -> counts.merge(one, 1, Integer::sum));
    return new Holdings(counts);
  }

  /// What is held now and was not then. Waits a while until there is nothing of it: what is over
  /// here may be under way still at the other end of a connection.
  List<String> surplus() throws IOException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    var surplus = now().beyond(this);
    while (!surplus.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      surplus = now().beyond(this);
    }
    return surplus;
  }

  /// What there is more of than there was before, each with its number.
  public List<String> beyond(Holdings before) {
    return counts.entrySet().stream()
        .filter(held -> held.getValue() > before.counts.getOrDefault(held.getKey(), 0))
        .map(held -> held.getKey() + " x " + held.getValue())
        .toList();
  }

  private static List<String> threads() throws IOException {
    var dump = Files.createTempDirectory("threads").resolve("dump.txt");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
      return THREAD
          .matcher(Files.readString(dump))
          .results()
          .filter(thread -> !LASTING.matcher(thread.group(1)).matches())
          .map(MatchResult::group)
          .map(thread -> "thread " + thread)
          .toList();
    } finally {
      Files.deleteIfExists(dump);
      Files.delete(dump.getParent());
    }
  }

  private static List<String> descriptors() throws IOException {
    if (Files.isDirectory(DESCRIPTORS)) {
      return listed();
    }
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? Collections.nCopies((int) unix.getOpenFileDescriptorCount(), "descriptor")
        : List.of();
  }

  /// Class files are opened when they are needed first, and stay open.
  private static List<String> listed() throws IOException {
    var descriptors = new ArrayList<String>();
    try (var links = Files.list(DESCRIPTORS)) {
      for (var link : links.toList()) {
        try {
          descriptors.add("descriptor " + Files.readSymbolicLink(link));
        } catch (NoSuchFileException _) {
          // That of the listing itself, or one that was closed meanwhile.
        }
      }
    }
    descriptors.removeIf(descriptor -> descriptor.endsWith(".jar"));
    return descriptors;
  }
}
