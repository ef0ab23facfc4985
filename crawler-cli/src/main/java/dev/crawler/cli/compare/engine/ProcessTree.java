package dev.crawler.cli.compare.engine;

import dev.crawler.cli.compare.result.Quantity;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What this process and those that it starts have used. Others are looked for only where the
/// engine has some: a look at all processes of the machine costs. *Thread-safe.*
final class ProcessTree {
  /// Every fifth look.
  private static final int LOOKS_PER_SEARCH = 5;

  private final boolean hasOthers;
  private final List<MemoryPoolMXBean> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();
  private final Map<Long, ProcessStatus> others = new HashMap<>();
  private final Map<Long, Duration> othersCpu = new HashMap<>();
  private final long beganNanos = System.nanoTime();
  private int looks;
  private int threads;
  private int mostThreads;
  private int mostProcesses = 1;
  private long liveHeapBytes;

  private ProcessTree(boolean hasOthers) {
    this.hasOthers = hasOthers;
  }

  static ProcessTree of(boolean hasOthers) {
    return new ProcessTree(hasOthers);
  }

  /// Looks at everything that is not added up by the system.
  synchronized void look() {
    if (hasOthers && looks++ % LOOKS_PER_SEARCH == 0) {
      search();
    }
    threads = ProcessStatus.ofThis().threads() + aliveThreads();
    mostThreads = Math.max(mostThreads, threads);
    long left =
        heap.stream()
            .filter(pool -> pool.getCollectionUsage() != null)
            .mapToLong(pool -> pool.getCollectionUsage().getUsed())
            .sum();
    liveHeapBytes = Math.max(liveHeapBytes, left);
  }

  /// Threads of the system, in all processes, when they were looked at.
  synchronized int threads() {
    return threads;
  }

  long heapBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// User and system time of all processes so far.
  synchronized Duration cpu() {
    var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return othersCpu.values().stream().reduce(own, Duration::plus);
  }

  /// Puts all that was used in, when the crawl is over and the other processes have ended.
  synchronized void measure(Map<Quantity, Double> measured, double cpuMillisBefore, long pages) {
    double perPage = 1.0 / Math.max(1, pages);
    double own =
        MeasuredCrawl.millis(
            ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    var usage = SystemUsage.ofThisProcess();
    double children = usage.childrenCpuMillis();
    measured.put(Quantity.CPU_MS, own + children);
    measured.put(Quantity.CRAWL_CPU_MS, own + children - cpuMillisBefore);
    measured.put(Quantity.CPU_MS_PER_PAGE, (own + children - cpuMillisBefore) * perPage);
    measured.put(
        Quantity.CPU_CORES,
        (own + children - cpuMillisBefore) * 1e6 / (System.nanoTime() - beganNanos));
    measured.put(Quantity.VOLUNTARY_SWITCHES_PER_PAGE, usage.voluntarySwitches() * perPage);
    measured.put(Quantity.INVOLUNTARY_SWITCHES_PER_PAGE, usage.involuntarySwitches() * perPage);
    measured.put(Quantity.THREADS, (double) mostThreads);
    measured.put(Quantity.PROCESSES, (double) mostProcesses);
    long resident = others.values().stream().mapToLong(ProcessStatus::peakResidentBytes).sum();
    measured.put(
        Quantity.PEAK_RESIDENT_BYTES,
        (double) ProcessStatus.ofThis().peakResidentBytes() + resident);
    measureHeap(measured, perPage);
  }

  private void measureHeap(Map<Quantity, Double> measured, double perPage) {
    measured.put(
        Quantity.PEAK_HEAP_BYTES,
        (double) heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
    if (liveHeapBytes > 0) {
      measured.put(Quantity.LIVE_HEAP_BYTES, (double) liveHeapBytes);
    }
    measured.put(
        Quantity.GC_MS,
        (double)
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum());
    if (ManagementFactory.getThreadMXBean()
        instanceof com.sun.management.ThreadMXBean allocations) {
      measured.put(
          Quantity.ALLOCATED_BYTES_PER_PAGE, allocations.getTotalThreadAllocatedBytes() * perPage);
    }
  }

  private void search() {
    var alive = ProcessHandle.current().descendants().toList();
    for (var process : alive) {
      others.put(process.pid(), ProcessStatus.of(process.pid()));
      process.info().totalCpuDuration().ifPresent(cpu -> othersCpu.put(process.pid(), cpu));
    }
    mostProcesses = Math.max(mostProcesses, 1 + alive.size());
  }

  private int aliveThreads() {
    return others.values().stream().mapToInt(ProcessStatus::threads).sum();
  }
}
