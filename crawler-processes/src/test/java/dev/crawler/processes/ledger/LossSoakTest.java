package dev.crawler.processes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.processes.cluster.MockCluster;
import dev.crawler.processes.cluster.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Kills members under load, one at a time, and looks for what was acknowledged. Deaths that come
/// before the backups of the one before are made again are a loss that is told, and not tried here.
final class LossSoakTest {
  private static final int MEMBERS = 3;
  private static final int CALLERS = 16;
  private static final int DEATHS = Integer.getInteger("crawler.soak.deaths", 5);
  private static final int HOSTS = 200;
  private static final int LINKS = 10;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Set<String> opened = ConcurrentHashMap.newKeySet();
  private final Map<String, Settlement> settled = new ConcurrentHashMap<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void noDeathTakesAnythingWithIt() throws Exception {
    var random = new Random(5);
    try (var cluster = MockCluster.ofGrid();
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var stays = cluster.start(Role.COORDINATOR);
      var workers = new ArrayList<>(start(cluster, MEMBERS));
      var ledger = new Ledger(stays, new ShardKeys(false), true, 10);
      IntStream.range(0, CALLERS).forEach(caller -> callers.execute(() -> load(ledger, caller)));

      for (int i = 0; i < DEATHS; i++) {
        int before = opened.size();
        awaitThat(() -> opened.size() > before + HOSTS + random.nextInt(HOSTS));
        workers.remove(random.nextInt(MEMBERS)).getLifecycleService().terminate();
        awaitThat(stays.getPartitionService()::isClusterSafe);
        workers.addAll(start(cluster, 1));
        awaitThat(stays.getPartitionService()::isClusterSafe);
      }
      over.set(true);
      callers.shutdown();
      assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

      var kept = kept(ledger);
      assertThat(kept.keySet()).containsAll(opened);
      assertThat(settled)
          .isNotEmpty()
          .allSatisfy((key, how) ->
              assertThat(kept.get(key)).extracting(LedgerEntry::settlement).isEqualTo(how));
    }
  }

  private static List<HazelcastInstance> start(MockCluster cluster, int count) {
    return IntStream.range(0, count).mapToObj(_ -> cluster.start(Role.WORKER)).toList();
  }

  /// Opens pages on many hosts, and settles one of each handful.
  private void load(Ledger ledger, int caller) {
    for (int page = 0; !over.get(); page++) {
      int at = page;
      var links =
          IntStream.range(0, LINKS)
              .mapToObj(i ->
                  CrawlUrl.of(
                      "http://h"
                          + (caller + at * 7 + i * 13) % HOSTS
                          + ".com/"
                          + caller
                          + "/"
                          + at
                          + "/"
                          + i))
              .toList();
      ledger.open(links.stream().map(Link::seed).toList());
      links.forEach(url -> opened.add(url.key()));
      var url = links.getFirst();
      var how = new Settlement(caller + 1, at, 1, 0, true, null);
      if (ledger.settle(url.hostKey().value(), url.key(), how)) {
        settled.put(url.key(), how);
      }
    }
  }

  private static Map<String, LedgerEntry> kept(Ledger ledger) {
    var kept = new HashMap<String, LedgerEntry>();
    IntStream.range(0, 271)
        .mapToObj(partition -> ledger.takeOver(partition, 1))
        .flatMap(List::stream)
        .forEach(entry -> kept.put(entry.key(), entry));
    return kept;
  }

  private static void awaitThat(BooleanSupplier done) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
