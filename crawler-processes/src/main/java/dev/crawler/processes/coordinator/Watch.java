package dev.crawler.processes.coordinator;

import dev.crawler.processes.cluster.Membership;
import dev.crawler.processes.launch.Headroom;
import dev.crawler.processes.ledger.Losses;
import dev.crawler.processes.ledger.Marks;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;

/// Sees when a crawl cannot come to a good end: more workers were lost at once than there are
/// copies of what they knew, or all of them. Hazelcast tells of lost partitions, though not to
/// everybody and not always at once; so the marks are counted whenever somebody has gone, and at
/// the end. Or when this process runs out of memory. *Confined to the coordinator's thread.*
final class Watch implements Conductor.Vigil, AutoCloseable {
  private final Deployment deployment;
  private final Membership membership;
  private final Marks marks;
  private final Losses losses;
  private final Headroom headroom = Headroom.ofThisProcess();
  private Set<UUID> seen = Set.of();
  private boolean begun;

  Watch(Deployment deployment, Membership membership, Marks marks) {
    this.deployment = deployment;
    this.membership = membership;
    this.marks = marks;
    losses = Losses.hear(deployment.hazelcast());
  }

  /// From now on there is something to lose.
  void begin() {
    begun = true;
  }

  @Override
  public void check() throws IOException {
    Memory.require(headroom);
    LastWords.require(deployment);
    var workers = membership.workers();
    boolean isLess = !workers.containsAll(seen);
    seen = workers;
    if (begun) {
      if (workers.isEmpty()) {
        throw new IOException(
            "all workers are gone, and what they knew with them"
                + deployment.exhausted().map(why -> ": " + why).orElse(""));
      }
      if (isLess || losses.count() > 0) {
        requireAll();
      }
    } else if (deployment.exhausted().isPresent()) {
      throw new IOException(deployment.exhausted().get());
    }
  }

  /// @throws IOException when anything of the ledger is lost
  void requireAll() throws IOException {
    int lost = Math.max(losses.count(), marks.missing());
    if (lost > 0) {
      throw new IOException(
          "more workers died at once than there are copies of what they knew: "
              + "%d partitions of the ledger are lost; run it again".formatted(lost));
    }
  }

  @Override
  public void close() {
    losses.close();
  }
}
