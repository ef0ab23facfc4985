package dev.crawler.processes.coordinator;

import dev.crawler.processes.job.Orders;
import dev.crawler.processes.job.WorkerReport;
import dev.crawler.processes.launch.Headroom;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/// Ends a crawl that has outgrown the memory of its processes, while there is still some. A worker
/// that ended for want of it would leave what it has to the others, and they would be next. *No
/// state.*
final class Memory {
  private static final String ADVICE =
      "; give each process more (-Xmx in CRAWLER_JAVA_OPTS), or have more workers";

  private Memory() {}

  /// @param numbers by which workers are known
  /// @throws IOException when one of those that report is short of memory
  static void require(Map<UUID, WorkerReport> reports, ToIntFunction<UUID> numbers)
      throws IOException {
    for (var report : reports.entrySet()) {
      var shortage = report.getValue().health().shortage();
      if (shortage != null) {
        throw new IOException(
            "worker w%d is short of memory: %s, with %d URLs of its own and copies of others'%s"
                .formatted(
                    numbers.applyAsInt(report.getKey()),
                    shortage,
                    report.getValue().progress().known(),
                    ADVICE));
      }
    }
  }

  /// @param seeds that are in the ledger so far
  /// @throws IOException when one of the workers is, before there is a job that it reports of
  static void require(Orders orders, long seeds) throws IOException, InterruptedException {
    var shortage = orders.shortages().values().stream().findFirst();
    if (shortage.isPresent()) {
      throw new IOException(
          "a worker is short of memory after %d seeds: %s%s"
              .formatted(seeds, shortage.get(), ADVICE));
    }
  }

  /// @throws IOException when this process is
  static void require(Headroom headroom) throws IOException {
    var shortage = headroom.shortage();
    if (shortage.isPresent()) {
      throw new IOException("the coordinator is short of memory: " + shortage.get() + ADVICE);
    }
  }
}
