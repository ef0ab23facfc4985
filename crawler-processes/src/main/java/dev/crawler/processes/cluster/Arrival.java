package dev.crawler.processes.cluster;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Endpoint;
import dev.crawler.processes.ledger.Ledger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Judges how a member's start went: one that found nobody is not to crawl on its own when it was
/// meant to join, for members of another cluster just pass it over in silence. *Thread-safe.*
final class Arrival {
  private static final int PROBE_MILLIS = 1_000;
  private static final int PATIENCE_SECONDS = 3;
  private static final long COUNTED_NANOS = 10_000_000;

  private Arrival() {}

  /// Shuts the member down and throws when it should be with others and is not.
  static void check(HazelcastInstance member, MemberSettings settings) {
    var others =
        settings.members().stream().filter(other -> !other.equals(settings.listen())).toList();
    if (others.isEmpty() || isWithOthers(member)) {
      return;
    }
    boolean needed = settings.quorumByCoordinator() && settings.role() == Role.WORKER;
    if (needed || others.stream().anyMatch(Arrival::listens)) {
      if (!joins(member)) {
        member.getLifecycleService().terminate();
        throw new JoinRefusedException(nobody(settings.clusterName(), others));
      }
    }
  }

  /// Waits a moment until Hazelcast has counted the members for the first time: before, it refuses
  /// whatever is asked.
  static void awaitQuorum(HazelcastInstance member) {
    var quorum = member.getSplitBrainProtectionService().getSplitBrainProtection(Ledger.QUORUM);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!quorum.hasMinimumSize() && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(COUNTED_NANOS);
    }
  }

  private static boolean isWithOthers(HazelcastInstance member) {
    return member.getCluster().getMembers().size() > 1;
  }

  private static boolean listens(Endpoint address) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(Addresses.of(address), address.port()), PROBE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Waits a moment, for two that start at once may find one another only then.
  private static boolean joins(HazelcastInstance instance) {
    var joined = new CountDownLatch(1);
    var cluster = instance.getCluster();
    var listener =
        cluster.addMembershipListener(
            new MembershipAdapter() {
              @Override
              public void memberAdded(MembershipEvent event) {
                joined.countDown();
              }
            });
    try {
      return isWithOthers(instance) || joined.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      if (instance.getLifecycleService().isRunning()) {
        cluster.removeMembershipListener(listener);
      }
    }
  }

  static String nobody(String clusterName, List<Endpoint> asked) {
    return "nobody of cluster %s, wire version %d, at %s: not running, of another name, or another version of crawler"
        .formatted(
            clusterName,
            Defaults.WIRE_VERSION,
            asked.stream().map(Endpoint::toString).collect(Collectors.joining(", ")));
  }
}
