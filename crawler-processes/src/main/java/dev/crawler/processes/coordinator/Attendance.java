package dev.crawler.processes.coordinator;

import dev.crawler.processes.job.Order.RollCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Who is there, since when each has not been heard, and which of the lost act no more. *Confined
/// to the coordinator's thread.*
final class Attendance {
  private final LongSupplier nanos;
  private final Map<UUID, Long> heard = new HashMap<>();
  private final Set<UUID> lost = new HashSet<>();

  Attendance(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// A report of that worker has come.
  void heard(UUID worker) {
    heard.put(worker, nanos.getAsLong());
  }

  /// That worker was there before this coordinator, and may have been heard until now.
  void lost(UUID worker) {
    heard(worker);
    lost.add(worker);
  }

  /// Who has gone since this was asked last.
  ///
  /// @param members that there are
  Set<UUID> left(Set<UUID> members) {
    long now = nanos.getAsLong();
    members.forEach(member -> heard.putIfAbsent(member, now));
    lost.removeAll(members); // a client may lose sight of a cluster, and find it again
    var left = new HashSet<>(heard.keySet());
    left.removeAll(members);
    left.removeAll(lost);
    lost.addAll(left);
    return left;
  }

  /// Those of the lost that act no more: a lease does not outlast the last report that was heard.
  ///
  /// @param ended whether the process of a worker is known to have ended
  Set<UUID> gone(Predicate<UUID> ended) {
    return lost.stream()
        .filter(worker -> ended.test(worker) || silence(worker) > RollCall.LEASE.toNanos())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// For how many nanoseconds a worker that is or was there has not been heard.
  long silence(UUID worker) {
    return nanos.getAsLong() - heard.getOrDefault(worker, nanos.getAsLong());
  }
}
