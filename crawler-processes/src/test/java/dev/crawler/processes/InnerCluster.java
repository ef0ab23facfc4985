package dev.crawler.processes;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.processes.cluster.MockCluster;
import dev.crawler.processes.cluster.Role;
import dev.crawler.processes.coordinator.Deployment;
import dev.crawler.processes.worker.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Workers and their coordinator in this JVM, on Hazelcast's mock network; they stay when a crawl
/// is over. One crawl at a time. *Thread-safe.*
final class InnerCluster implements AutoCloseable {
  private final MockCluster cluster = MockCluster.ofGrid();
  private final AtomicReference<NameResolver> names = new AtomicReference<>(NameResolver.SYSTEM);
  private final HazelcastInstance coordinator = cluster.start(Role.COORDINATOR);
  private final List<HazelcastInstance> members = new ArrayList<>();
  private final List<Member> workers = new ArrayList<>();
  private final Path folder;

  private InnerCluster(Path folder) {
    this.folder = folder;
  }

  /// @param folder for the part files, this cluster's own
  static InnerCluster of(int workers, Path folder) throws IOException {
    var cluster = new InnerCluster(Files.createDirectories(folder));
    for (int number = 1; number <= workers; number++) {
      cluster.add(number);
    }
    return cluster;
  }

  /// Has one more worker come.
  HazelcastInstance add(int number) throws IOException {
    var member = cluster.start(Role.WORKER);
    var worker = Member.of(member, number, folder, host -> names.get().resolve(host));
    members.add(member);
    workers.add(worker);
    Thread.ofVirtual().name("inner-worker").start(() -> live(worker));
    return member;
  }

  /// All members, the coordinator among them.
  List<HazelcastInstance> members() {
    return Stream.concat(Stream.of(coordinator), members.stream()).toList();
  }

  /// The worker that came last is gone at once, without a word.
  void kill() {
    var last = workers.getLast();
    members.getLast().getLifecycleService().terminate();
    last.close();
  }

  /// As the program of a worker does.
  private static void live(Member worker) {
    try (worker) {
      var _ = worker.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts a crawl of hosts that are named by their addresses.
  CrawlRun crawl(CrawlPlan plan, Sink sink) {
    var engine = new ProcessesEngine((_, context) -> () -> lend(context.resolver(), () -> {}));
    return engine.start(
        plan,
        new CrawlContext(
            sink,
            CrawlListener.NONE,
            MonotonicClock.start(),
            host -> List.of(InetAddress.ofLiteral(host))));
  }

  /// Lends the cluster to a crawl.
  ///
  /// @param resolver asked by its workers
  /// @param over told when the crawl needs it no more
  Deployment lend(NameResolver resolver, Runnable over) {
    names.set(resolver);
    return new Loan(workers.size(), over);
  }

  /// The same to one that waits for so many workers.
  Deployment lendAwaiting(int wanted, NameResolver resolver) {
    names.set(resolver);
    return new Loan(wanted, () -> {});
  }

  private final class Loan implements Deployment {
    private final int wanted;
    private final Runnable over;

    private Loan(int wanted, Runnable over) {
      this.wanted = wanted;
      this.over = over;
    }

    @Override
    public HazelcastInstance hazelcast() {
      return coordinator;
    }

    @Override
    public int workers() {
      return wanted;
    }

    @Override
    public Optional<String> exhausted() {
      return Optional.empty();
    }

    @Override
    public Optional<String> unwritable() {
      return Optional.empty();
    }

    @Override
    public void left(int number) {}

    @Override
    public boolean hasEnded(int number) {
      return false;
    }

    @Override
    public boolean outlivesCrawl() {
      return true;
    }

    @Override
    public void close() {
      over.run();
    }
  }

  @Override
  public void close() {
    workers.forEach(Member::close);
    cluster.close();
  }
}
