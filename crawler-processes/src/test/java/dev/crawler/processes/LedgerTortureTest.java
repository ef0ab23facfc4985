package dev.crawler.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.nio.Packet;
import com.hazelcast.internal.server.PacketFilter.Action;
import com.hazelcast.test.PacketFiltersUtil;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.server.PolitenessJudge.Wire;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import dev.crawler.tck.site.TruthJudge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a worker or the coordinator asks of another member, and what that answers, fails once: each
/// time another one of all that is said in a crawl.
class LedgerTortureTest {
  /// Longer than Hazelcast waits for what does not come.
  private static final long PATIENCE_SECONDS = 90;

  /// So much is said between members in a crawl of this site, at least.
  private static final int SAID = 200;

  private static InnerCluster cluster;
  private static SiteServer server;

  private final CollectedRecords records = new CollectedRecords();

  /// What fails.
  ///
  /// @param how the n-th message is refused at once, or lost and waited for
  record Failure(Action how, int n) {}

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    cluster = InnerCluster.of(2, folder);
    server =
        SiteServer.start(
            Site.of(53, SitePlan.SMALL.hosts(5).pagesPerHost(8).without(Feature.TRANSIENT_FAULTS)));
  }

  @AfterAll
  static void end() {
    cluster.close();
    server.close();
  }

  /// With `-Psoak` all of them; what is lost is waited for, so of these there are few.
  private static Stream<Failure> failures() {
    boolean soaks = Boolean.getBoolean("crawler.soak");
    return Stream.concat(
        every(soaks ? 1 : 40).mapToObj(n -> new Failure(Action.REJECT, n)),
        every(soaks ? 20 : 150).mapToObj(n -> new Failure(Action.DROP, n)));
  }

  private static IntStream every(int step) {
    return IntStream.iterate(1 + step / 2, n -> n <= SAID, n -> n + step);
  }

  @Tag("promise:P16")
  @ParameterizedTest
  @MethodSource("failures")
  void oneMessageThatFailsChangesNoRecord(Failure failure) throws Exception {
    server.forget();
    var said = new AtomicInteger();
    cluster.members().forEach(member -> fail(member, failure, said));

    try (var run = cluster.crawl(plan(), records)) {
      run.completion().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      cluster.members().forEach(PacketFiltersUtil::resetPacketFiltersFrom);
    }

    assertThat(said.get()).isGreaterThanOrEqualTo(failure.n());
    assertThat(new TruthJudge(server.site().truth(plan()), plan()).complaints(records.records()))
        .isEmpty();
    assertThat(
            new PolitenessJudge(server.site(), plan(), Wire.SOCKETS)
                .manners(server.requests().all()))
        .isEmpty();
  }

  /// Heartbeats and what members tell of themselves are urgent; what is left is ours.
  private static void fail(HazelcastInstance member, Failure failure, AtomicInteger said) {
    PacketFiltersUtil.setCustomFilter(
        member,
        (packet, _) ->
            packet.getPacketType() == Packet.Type.OPERATION
                    && !packet.isUrgent()
                    && said.incrementAndGet() == failure.n()
                ? failure.how()
                : Action.ALLOW);
  }

  private static CrawlPlan plan() {
    return CrawlPlan.of(server.seedUrls())
        .depth(Depth.UNLIMITED)
        .limits(
            new Limits(8, OptionalLong.empty(), OptionalInt.empty(), 10, 2, Duration.ofMillis(10)))
        .politeness(new Politeness(1, Duration.ofMillis(5), Duration.ofSeconds(60), true))
        .allowPrivate(true)
        .build();
  }
}
