package dev.crawler.processes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Ending;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.session.Charter;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Shard;
import dev.crawler.core.session.Shards;
import dev.crawler.core.session.Step;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.processes.WorkerCrawl;
import dev.crawler.processes.cluster.MockCluster;
import dev.crawler.processes.cluster.Role;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.ledger.LedgerEntry;
import dev.crawler.processes.part.RecordLog;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// In what order a worker does what must outlive it, and what it does without a lease. The shard
/// has one page to fetch, which links to another.
@Timeout(60)
final class WorkerCrawlTest {
  private static final CrawlUrl PAGE = CrawlUrl.of("http://192.0.2.1/a");
  private static final String FOUND = "http://192.0.2.1/b";
  private static final FetchResult.Trace TRACE =
      new FetchResult.Trace(Instant.EPOCH, Duration.ZERO, "192.0.2.1");
  private static final FetchResult ANSWER =
      new FetchResult.Response(
          200,
          Headers.of("Content-Type", "text/html"),
          "<a href=b>more</a>".getBytes(StandardCharsets.US_ASCII),
          false,
          TRACE);
  private static final FetchResult BROKEN_OFF =
      new FetchResult.Unreachable(FailureReason.CANCELLED, "cancelled", TRACE);
  private static final long CLAIM = 1;

  private static MockCluster cluster;
  private static HazelcastInstance member;

  private final CrawlPlan plan =
      CrawlPlan.of(PAGE.href())
          .depth(Depth.UNLIMITED)
          .politeness(new Politeness(1, Duration.ZERO, Duration.ofSeconds(60), false))
          .build();
  private final Lease lease = new Lease();
  private final AtomicLong round = new AtomicLong();
  private final Answers answers = new Answers();
  private final List<String> openWhenSettled = new ArrayList<>();
  private final ScheduledExecutorService hearing = Executors.newScheduledThreadPool(1);

  private Books books;
  private int partition;
  private Inbox inbox;
  private RecordLog log;
  private WorkerCrawl crawl;

  /// What the network says, in the order in which it is asked.
  private static final class Answers implements BlockingFetcher {
    private final Queue<FetchResult> left = new ArrayDeque<>();
    private Runnable meanwhile = () -> {};

    @Override
    public FetchResult fetch(FetchTask task) {
      meanwhile.run();
      return left.remove();
    }

    @Override
    public void close() {}
  }

  @BeforeAll
  static void start() {
    cluster = MockCluster.ofWorkers();
    member = cluster.start(Role.WORKER);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void begin(@TempDir Path folder) throws IOException {
    books = Books.of(member, plan);
    books.clear();
    books.ledger().open(List.of(Link.seed(PAGE)));
    partition = books.of(PAGE);
    inbox = new Inbox(_ -> {});
    log = RecordLog.create(folder, 1, false, plan.isLevelled());
    var part = new PartSink(log, _ -> CLAIM);
    var shards = shards();
    crawl =
        new WorkerCrawl(
            shards,
            lease,
            answers,
            new PageHandler(plan, part),
            new Mail(books, inbox),
            new Settler(books, part, 1, this::claimOfWhatIsSettled),
            InstantSource.system(),
            new Ending(() -> CrawlReport.NONE));
  }

  @AfterEach
  void end() throws IOException {
    hearing.shutdownNow();
    inbox.close();
    log.close();
  }

  private Shards shards() {
    var charter = new Charter(plan.scope());
    charter.add(PAGE);
    var shard =
        Shard.of(plan, charter, url -> books.of(url) == partition, Instant.MIN, CrawlListener.NONE);
    Telling.all(shard, books.ledger().takeOver(partition, CLAIM));
    var shards = new Shards(books, 1);
    shards.add(partition, shard);
    return shards;
  }

  private long claimOfWhatIsSettled(int where) {
    openWhenSettled.addAll(openIn(where));
    return CLAIM;
  }

  private List<String> openIn(int where) {
    return books.ledger().open(where).stream().map(LedgerEntry::key).toList();
  }

  private void keepTheLease() {
    hear();
    var _ = hearing.scheduleAtFixedRate(this::hear, 0, 50, TimeUnit.MILLISECONDS);
  }

  private void hear() {
    long number = round.incrementAndGet();
    lease.reported(number);
    lease.heard(number);
  }

  private FetchTask task() {
    return ((Step.Fetch) crawl.next(Instant.now())).task();
  }

  @Tag("spec:G2")
  @Test
  void linksAreInTheLedgerBeforeThePageIsSettledThere() throws Exception {
    keepTheLease();
    answers.left.add(ANSWER);

    crawl.fetch(task());

    assertThat(openWhenSettled).containsExactlyInAnyOrder(PAGE.key(), FOUND);
    assertThat(openIn(partition)).containsExactly(FOUND);
  }

  @Tag("spec:G4")
  @Test
  void withoutALeaseNoTurnIsTaken() {
    assertThat(crawl.next(Instant.now())).isInstanceOf(Step.Pause.class);
  }

  @Tag("spec:G4")
  @Test
  void whatWasBrokenOffForTheLeaseIsFetchedAgain() throws Exception {
    keepTheLease();
    answers.left.addAll(List.of(BROKEN_OFF, ANSWER));

    crawl.fetch(task());

    assertThat(answers.left).isEmpty();
    assertThat(openIn(partition)).containsExactly(FOUND);
  }

  @Tag("spec:G4")
  @Test
  void whatTheUserBrokeOffIsNotFetchedAgain() throws Exception {
    keepTheLease();
    answers.left.add(BROKEN_OFF);
    var task = task();

    crawl.cancel();
    crawl.fetch(task);

    assertThat(openIn(partition)).isEmpty();
  }

  @Tag("spec:G4")
  @Test
  void whatComesWhenTheLeaseHasEndedIsNoRecord() {
    keepTheLease();
    answers.left.add(ANSWER);
    answers.meanwhile = lease::end;
    var task = task();

    assertThatThrownBy(() -> crawl.fetch(task)).isInstanceOf(InterruptedIOException.class);

    assertThat(openIn(partition)).containsExactly(PAGE.key());
    assertThat(log.part().file()).isEmptyFile();
  }
}
