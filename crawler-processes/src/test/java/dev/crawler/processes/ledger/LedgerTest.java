package dev.crawler.processes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.processes.cluster.MockCluster;
import dev.crawler.processes.cluster.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class LedgerTest {
  private static final int MAX_REDIRECTS = 5;
  private static final CrawlUrl PAGE = CrawlUrl.of("http://ex.com/a?b=c");
  private static final Link SEED = Link.seed(PAGE);
  private static final String HOST = "ex.com";
  private static final String KEY = PAGE.key();

  private static MockCluster cluster;
  private static HazelcastInstance one;
  private static HazelcastInstance other;

  private Ledger ledger;

  @BeforeAll
  static void start() {
    cluster = MockCluster.ofWorkers();
    one = cluster.start(Role.WORKER);
    other = cluster.start(Role.WORKER);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void begin() {
    ledger = levelled(one);
    ledger.clear();
  }

  private static Ledger levelled(HazelcastInstance member) {
    return new Ledger(member, new ShardKeys(false), true, MAX_REDIRECTS);
  }

  private static Settlement record(int worker, long position, long epoch) {
    return new Settlement(worker, position, epoch, 0, true, null);
  }

  private LedgerEntry only() {
    return ledger.takeOver(ledger.partitionOf(PAGE), 0).getFirst();
  }

  @Tag("spec:J5")
  @Test
  void ofTwoRecordsOfAFormerLifeTheLaterClaimCountsWhicheverIsToldFirst() {
    var later = new Restored(null, SEED, record(1, 70, 3));
    var earlier = new Restored(null, SEED, record(2, 5, 2));

    ledger.restore(List.of(earlier, later));
    ledger.restore(List.of(later, earlier));

    assertThat(only().settlement()).isEqualTo(later.settlement());
    assertThat(ledger.settledCount()).isOne();
    assertThat(ledger.countedCount()).isOne();
  }

  @Tag("spec:J5")
  @Test
  void whatAFormerLifeHasSettledIsNotOpenedByLinks() {
    ledger.restore(List.of(new Restored(null, SEED, record(1, 0, 9))));

    ledger.open(List.of(new Link(PAGE, 2, 0, CrawlUrl.of("http://ex.com/from"))));

    assertThat(ledger.open(ledger.partitionOf(PAGE))).isEmpty();
    assertThat(ledger.settle(HOST, KEY, record(2, 0, 10))).isFalse();
  }

  @Test
  void everyMemberSeesWhatOneHasOpened() {
    var found = new Link(CrawlUrl.of("http://ex.com/b"), 3, 1, CrawlUrl.of("http://ex.org/x"));

    ledger.open(List.of(SEED, found));

    var elsewhere = levelled(other).open(ledger.partitionOf(PAGE));
    assertThat(elsewhere)
        .containsExactlyInAnyOrder(
            new LedgerEntry(HOST, KEY, List.of(SEED), null, null, false),
            new LedgerEntry(HOST, "http://ex.com/b", List.of(found), null, null, false));
  }

  @Test
  void textsThatAreNoUrlsAreKeptUnderThemselves() {
    ledger.openTexts(List.of("no url"));

    assertThat(IntStream.range(0, 271).mapToObj(ledger::open).flatMap(List::stream))
        .containsExactly(new LedgerEntry("no url", "no url", List.of(), "no url", null, false));
    assertThat(ledger.settle("no url", "no url", record(1, 0, 1))).isTrue();
  }

  @Test
  void waysFoundByTwoMembersAreMerged() {
    var early = new Link(PAGE, 1, 2, CrawlUrl.of("http://ex.com/"));
    var late = new Link(PAGE, 2, 0, CrawlUrl.of("http://ex.com/"));
    var useless = new Link(PAGE, 3, 0, CrawlUrl.of("http://ex.com/"));

    levelled(other).open(List.of(late));
    ledger.open(List.of(early, useless));

    assertThat(only().ways()).containsExactly(early, late);
  }

  @Tag("spec:G2")
  @Tag("fault:D17")
  @Test
  void oneSettlementCounts() {
    ledger.open(List.of(SEED));

    var first = ledger.settle(HOST, KEY, record(1, 10, 1));
    var again = ledger.settle(HOST, KEY, record(1, 10, 1));
    var another = levelled(other).settle(HOST, KEY, record(2, 10, 1));

    assertThat(List.of(first, again, another)).containsExactly(true, true, false);
    assertThat(ledger.settlements(Set.of(new ShardedKey(HOST, KEY), new ShardedKey(HOST, "?"))))
        .isEqualTo(Map.of(new ShardedKey(HOST, KEY), record(1, 10, 1)));
    assertThat(ledger.settledCount()).isOne();
    assertThat(ledger.open(ledger.partitionOf(PAGE))).isEmpty();
  }

  @Test
  void whatNobodyOpenedIsNotSettled() {
    var accepted = ledger.settle(HOST, KEY, record(1, 0, 1));

    assertThat(accepted).isFalse();
    assertThat(ledger.settledCount()).isZero();
  }

  @Tag("spec:G4")
  @Tag("fault:D17")
  @Test
  void settlingUnderAnOlderClaimIsRefused() {
    ledger.open(List.of(SEED));

    var taken = ledger.takeOver(ledger.partitionOf(PAGE), 2);

    assertThat(taken).containsExactly(new LedgerEntry(HOST, KEY, List.of(SEED), null, null, false));
    assertThat(ledger.settle(HOST, KEY, record(1, 0, 1))).isFalse();
    assertThat(ledger.settle(HOST, KEY, record(1, 0, 2))).isTrue();
  }

  @Test
  void shorterWayToARedirectIsNews() {
    var far = new Link(PAGE, 1, 3, CrawlUrl.of("http://ex.com/"));
    var near = new Link(PAGE, 2, 1, CrawlUrl.of("http://ex.com/"));
    var settlement = new Settlement(1, 0, 1, 0, true, "http://ex.com/target");
    ledger.open(List.of(far));
    ledger.settle(HOST, KEY, settlement);

    ledger.open(List.of(near));

    var entry = new LedgerEntry(HOST, KEY, List.of(far, near), null, settlement, true);
    assertThat(ledger.open(ledger.partitionOf(PAGE))).containsExactly(entry);
    assertThat(only().ways()).containsExactly(far, near);
  }

  @Test
  void shorterWayToAPageIsNoNews() {
    ledger.open(List.of(new Link(PAGE, 1, 3, CrawlUrl.of("http://ex.com/"))));
    ledger.settle(HOST, KEY, record(1, 0, 1));

    ledger.open(List.of(new Link(PAGE, 2, 0, CrawlUrl.of("http://ex.com/"))));

    assertThat(only().news()).isFalse();
    assertThat(only().ways()).hasSize(1);
  }

  @Tag("spec:G2")
  @Test
  void entriesOfALostPartFileAreOpenAgain() {
    var second = Link.seed(CrawlUrl.of("http://ex.org/"));
    ledger.open(List.of(SEED, second));
    ledger.settle(HOST, KEY, record(1, 0, 1));
    ledger.settle("ex.org", "http://ex.org/", record(2, 0, 1));

    int reopened = ledger.reopen(1);

    assertThat(reopened).isOne();
    assertThat(only()).isEqualTo(new LedgerEntry(HOST, KEY, List.of(SEED), null, null, false));
    assertThat(ledger.settledCount()).isOne();
    assertThat(ledger.settle(HOST, KEY, record(3, 7, 1))).isTrue();
  }

  @Test
  void ownerIsHintedAtWhatIsOpened() throws Exception {
    var heard = new CompletableFuture<LedgerEntry>();
    var ends =
        List.of(
            ledger.listen((_, entry) -> heard.complete(entry)),
            levelled(other).listen((_, entry) -> heard.complete(entry)));

    ledger.open(List.of(SEED));

    assertThat(heard.get(30, TimeUnit.SECONDS))
        .isEqualTo(new LedgerEntry(HOST, KEY, List.of(SEED), null, null, false));
    ends.forEach(Runnable::run);
  }

  @Test
  void manyCallersAtOnceLoseNothing() throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        var url = CrawlUrl.of("http://h" + i % 7 + ".com/" + i);
        callers.execute(() -> {
          ledger.open(List.of(Link.seed(url)));
          ledger.settle(url.hostKey().value(), url.key(), record(1, 0, 1));
        });
      }
    }

    assertThat(ledger.settledCount()).isEqualTo(400);
  }
}
