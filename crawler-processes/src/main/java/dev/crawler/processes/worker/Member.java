package dev.crawler.processes.worker;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.processes.cluster.Role;
import dev.crawler.processes.job.Introduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A member that works, from when it has joined until it must leave. *Thread-safe.*
public final class Member implements AutoCloseable {
  private final HazelcastInstance hazelcast;
  private final WorkerNode node;
  private final CompletableFuture<IOException> end = new CompletableFuture<>();

  private Member(HazelcastInstance hazelcast, WorkerNode node) {
    this.hazelcast = hazelcast;
    this.node = node;
  }

  /// Has a member of a cluster work.
  ///
  /// @param number that it was started under, or 0
  /// @param folder for its part files
  public static Member of(HazelcastInstance hazelcast, int number, Path folder) throws IOException {
    return of(hazelcast, number, folder, NameResolver.SYSTEM);
  }

  /// The same, for one that finds hosts in its own way.
  public static Member of(HazelcastInstance hazelcast, int number, Path folder, NameResolver names)
      throws IOException {
    var mark = folder.resolve(Introduction.MARK);
    if (!Files.exists(mark)) {
      Files.writeString(mark, UUID.randomUUID().toString());
    }
    var introduction = new Introduction(number, folder, Files.readString(mark), false);
    var node = WorkerNode.start(hazelcast, introduction, names);
    var member = new Member(hazelcast, node);
    node.onFault(member.end::complete);
    hazelcast.getCluster().addMembershipListener(member.new Departures());
    if (!hazelcast.getLifecycleService().isRunning()) {
      member.end.complete(new IOException("it is no member any more"));
    }
    return member;
  }

  /// Hears who leaves.
  private final class Departures extends MembershipAdapter {
    @Override
    public void memberRemoved(MembershipEvent event) {
      if (Role.COORDINATOR.attribute().equals(event.getMember().getAttribute(Role.ATTRIBUTE))) {
        end.complete(new IOException("the coordinator is gone"));
      }
    }
  }

  /// Waits until it must end; returns why.
  public IOException await() throws InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Leaves at once: others take over what it has.
  @Override
  public void close() {
    node.rest();
    hazelcast.getLifecycleService().terminate(); // whoever waits for the ledger waits no longer
    node.close();
  }
}
