package dev.crawler.processes.worker;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Finds out whether all that this member owns has its copy on another one. Hazelcast makes copies
/// anew by itself when somebody has gone, and tells nobody when it is done; to ask takes a question
/// to each copy, so it is asked only until the answer is yes. *Thread-safe.*
final class Copies implements AutoCloseable {
  private static final long PERIOD_MILLIS = 100;

  private final HazelcastInstance member;
  private final Cluster cluster;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("crawl-copies").unstarted(this::run);
  private volatile Set<UUID> paired = Set.of();

  Copies(HazelcastInstance member) {
    this.member = member;
    this.cluster = Cluster.of(member);
  }

  void start() {
    thread.start();
  }

  /// The workers among which everything was in two copies; none when it was not.
  Set<UUID> paired() {
    return paired;
  }

  private void run() {
    try {
      while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (HazelcastInstanceNotActiveException e) {
      paired = Set.of(); // it is no member any more
    }
  }

  private void look() {
    var workers = cluster.workers();
    if (!workers.equals(paired)) {
      paired = areTwo(workers) ? workers : Set.of();
    }
  }

  /// One alone has no other to have a copy. Who comes or goes meanwhile makes the answer worthless.
  private boolean areTwo(Set<UUID> workers) {
    try {
      return workers.size() > 1
          && member.getPartitionService().isLocalMemberSafe()
          && cluster.workers().equals(workers);
    } catch (HazelcastException _) {
      return false; // somebody left while he was asked
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
