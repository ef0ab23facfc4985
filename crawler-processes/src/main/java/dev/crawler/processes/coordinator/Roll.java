package dev.crawler.processes.coordinator;

import dev.crawler.core.session.Level;
import dev.crawler.processes.job.WorkerReport;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What all workers say at one time. *Immutable.*
///
/// @param members that there are
/// @param reports of those that have answered
record Roll(Set<UUID> members, Map<UUID, WorkerReport> reports) {
  private static final int FEW = 8;

  /// Whether each worker has answered that it has nothing to do, and no partition is without one.
  boolean isQuiet(int partitions, int releases) {
    var held = new BitSet();
    int sum = 0;
    for (var report : reports.values()) {
      if (!report.idle() || report.releases() != releases || report.health().fault() != null) {
        return false;
      }
      held.or(report.partitions());
      sum += report.partitions().cardinality();
    }
    return !members.isEmpty()
        && reports.keySet().equals(members)
        && held.cardinality() == partitions
        && sum == partitions;
  }

  /// Whether each worker has found what it owns to be in two copies, among just these workers.
  boolean isPaired() {
    return reports.keySet().equals(members)
        && reports.values().stream().allMatch(report -> report.health().paired().equals(members));
  }

  /// Whether little is under way, so that it may end soon.
  boolean isNearlyQuiet() {
    return reports.values().stream().allMatch(report -> report.progress().inFlight() < FEW);
  }

  /// Whether nothing was done between this roll and a later one.
  boolean isFollowedBy(Roll later) {
    return later.reports.keySet().equals(reports.keySet())
        && reports.entrySet().stream()
            .allMatch(entry -> {
              var then = later.reports.get(entry.getKey());
              return then != null
                  && then.activity() == entry.getValue().activity()
                  && then.partitions().equals(entry.getValue().partitions());
            });
  }

  /// The first level that is held back anywhere.
  Optional<Level> nextLevel() {
    return reports.values().stream()
        .flatMap(report -> Stream.ofNullable(report.nextLevel()))
        .min(Comparator.naturalOrder());
  }
}
