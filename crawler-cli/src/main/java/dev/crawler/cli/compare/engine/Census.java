package dev.crawler.cli.compare.engine;

import dev.crawler.cli.compare.result.Quantity;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.OptionalInt;
import javax.management.JMException;
import javax.management.ObjectName;

/// Counts the memory once, when so many fetches are in flight: after a full collection, which stops
/// the crawl for a moment. None is taken unless a property of the JVM asks for it. *Confined to who
/// looks.*
final class Census {
  private static final String WANTED = "crawler.census";

  /// So many looks later what was handed to a client has reached the wire.
  private static final int LOOKS = 15;

  private final OptionalInt wanted;
  private int looks;
  private long heapBytes;
  private long byteArrayBytes;
  private long residentBytes;

  private Census(OptionalInt wanted) {
    this.wanted = wanted;
  }

  /// The one that the property asks for.
  static Census asked() {
    var fetches = Integer.getInteger(WANTED);
    return new Census(fetches == null ? OptionalInt.empty() : OptionalInt.of(fetches));
  }

  /// Takes it when it is time to.
  void look(int inFlight) {
    if (wanted.isPresent() && inFlight >= wanted.getAsInt() && ++looks == LOOKS) {
      byteArrayBytes = byteArrays();
      heapBytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      residentBytes = ProcessStatus.ofThis().residentBytes();
    }
  }

  /// Puts in what was counted, if anything.
  void measure(Map<Quantity, Double> measured) {
    if (heapBytes > 0) {
      measured.put(Quantity.CENSUS_HEAP_BYTES, (double) heapBytes);
      measured.put(Quantity.CENSUS_BYTE_ARRAYS_BYTES, (double) byteArrayBytes);
      measured.put(Quantity.CENSUS_RESIDENT_BYTES, (double) residentBytes);
    }
  }

  /// By the histogram of the JVM, which collects everything first.
  private static long byteArrays() {
    try {
      var histogram =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return histogram
          .toString()
          .lines()
          .map(String::strip)
          .filter(line -> line.contains(" [B "))
          .mapToLong(line -> Long.parseLong(line.split(" +", -1)[2]))
          .findFirst()
          .orElse(0);
    } catch (JMException e) {
      throw new IllegalStateException("this JVM has no histogram", e);
    }
  }
}
