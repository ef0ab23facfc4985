package dev.crawler.processes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.processes.cluster.MockCluster;
import dev.crawler.processes.cluster.Role;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class LossTest {
  private static final int URLS = 2_000;

  private static Ledger ledger(HazelcastInstance member) {
    return new Ledger(member, new ShardKeys(false), false, 10);
  }

  private static List<Link> links() {
    return IntStream.range(0, URLS)
        .mapToObj(i -> Link.seed(CrawlUrl.of("http://h" + i % 300 + ".com/" + i)))
        .toList();
  }

  private static long entries(Ledger ledger) {
    return IntStream.range(0, 271).mapToLong(p -> ledger.open(p).size()).sum();
  }

  @Tag("spec:G3")
  @Test
  void deadMemberTakesNothingWithIt() {
    try (var cluster = MockCluster.ofWorkers()) {
      cluster.start(Role.WORKER);
      var dies = cluster.start(Role.WORKER);
      var stays = cluster.start(Role.WORKER);
      ledger(dies).open(links());

      dies.getLifecycleService().terminate();

      assertThat(entries(ledger(stays))).isEqualTo(URLS);
    }
  }

  @Tag("spec:G3")
  @Test
  void openingGoesOnWhileAMemberDies() throws Exception {
    try (var cluster = MockCluster.ofWorkers()) {
      cluster.start(Role.WORKER);
      var dies = cluster.start(Role.WORKER);
      var stays = ledger(cluster.start(Role.WORKER));
      var opened = Thread.ofVirtual().start(() -> links().forEach(l -> stays.open(List.of(l))));

      dies.getLifecycleService().terminate();
      opened.join();

      assertThat(entries(stays)).isEqualTo(URLS);
    }
  }

  @Tag("spec:G3")
  @Tag("fault:D3")
  @Test
  void twoDeadMembersAreALossThatIsTold() {
    try (var cluster = MockCluster.ofGrid()) {
      var stays = cluster.start(Role.COORDINATOR);
      var dead = IntStream.range(0, 3).mapToObj(_ -> cluster.start(Role.WORKER)).toList();
      ledger(stays).open(links());
      var losses = Losses.hear(stays);

      try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
        dead.stream().skip(1).forEach(m -> both.execute(() -> m.getLifecycleService().terminate()));
      }

      assertThat(becomesTrue(() -> losses.count() > 0)).isTrue();
    }
  }

  @Tag("spec:G8")
  @Tag("fault:D14")
  @Test
  void nothingIsDoneWithoutTheCoordinator() {
    try (var cluster = MockCluster.ofGrid()) {
      var coordinator = cluster.start(Role.COORDINATOR);
      var member = cluster.start(Role.WORKER);
      var worker = ledger(member);
      worker.open(links());

      coordinator.getLifecycleService().terminate();

      assertThat(losesQuorum(member)).isTrue();
      assertThatExceptionOfType(LedgerLostException.class).isThrownBy(() -> worker.open(0));
      assertThatExceptionOfType(LedgerLostException.class)
          .isThrownBy(() ->
              worker.settle("h0.com", "http://h0.com/0", new Settlement(1, 0, 1, 0, true, null)));
    }
  }

  /// Whether a member hears that who it needs is gone.
  private static boolean losesQuorum(HazelcastInstance member) {
    var quorum = member.getSplitBrainProtectionService().getSplitBrainProtection(Ledger.QUORUM);
    return becomesTrue(() -> !quorum.hasMinimumSize());
  }

  private static boolean becomesTrue(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean() && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(1_000_000);
    }
    return condition.getAsBoolean();
  }

  @Test
  void ledgerIsLostWithTheLastWorker() {
    try (var cluster = MockCluster.ofGrid()) {
      var coordinator = cluster.start(Role.COORDINATOR);
      var worker = cluster.start(Role.WORKER);
      ledger(coordinator).open(links());

      worker.getLifecycleService().terminate();

      assertThatExceptionOfType(LedgerLostException.class)
          .isThrownBy(() -> ledger(coordinator).open(links()))
          .withMessage("the ledger is lost: all workers are gone");
    }
  }

  @Test
  void ledgerOfAMemberThatIsGoneIsLost() {
    try (var cluster = MockCluster.ofWorkers()) {
      var member = cluster.start(Role.WORKER);
      var ledger = ledger(member);

      member.getLifecycleService().terminate();

      assertThatExceptionOfType(LedgerLostException.class).isThrownBy(() -> ledger.open(links()));
      assertThatExceptionOfType(LedgerLostException.class).isThrownBy(() -> ledger.open(0));
    }
  }
}
