package dev.crawler.processes.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionFunction;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The part of a torn cluster that has most of the workers goes on; of two halves, the one with the
/// eldest. Members are missed one by one when a cluster is torn, so what counts is how many there
/// were when it was last whole for a while: it may shrink to one, but not all at once. A part that
/// has lost stays so until it is back with those it lost. *Thread-safe.*
final class MajorityQuorum implements SplitBrainProtectionFunction {
  /// Longer than it takes to miss all members that were lost at once.
  static final Duration CALM = Duration.ofSeconds(30);

  private final LongSupplier nanos;
  private final Set<UUID> counted = new HashSet<>();
  private Set<UUID> latest = Set.of();
  private @Nullable UUID eldest;
  private long changedAt;
  private boolean present = true;

  MajorityQuorum(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Called by Hazelcast with the members in the order of their age, each time one comes or goes.
  @Override
  public synchronized boolean apply(Collection<Member> members) {
    var workers =
        members.stream().filter(member -> !member.isLiteMember()).map(Member::getUuid).toList();
    long now = nanos.getAsLong();
    if (present && now - changedAt > CALM.toNanos()) {
      counted.retainAll(latest);
    }
    if (eldest == null || !counted.contains(eldest)) {
      eldest = workers.isEmpty() ? null : workers.getFirst();
    }
    present = hasMost(workers);
    if (present) {
      counted.addAll(workers);
    }
    latest = Set.copyOf(workers);
    changedAt = now;
    return present;
  }

  private boolean hasMost(Collection<UUID> workers) {
    long here = workers.stream().filter(counted::contains).count();
    boolean half = here * 2 == counted.size();
    return here * 2 > counted.size() || half && (counted.isEmpty() || workers.contains(eldest));
  }
}
