package dev.crawler.processes.coordinator;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.PageLimit;
import dev.crawler.processes.cluster.Membership;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.job.Introduction;
import dev.crawler.processes.job.JobBoard;
import dev.crawler.processes.job.JobBoard.Keeping;
import dev.crawler.processes.job.Order.Wish;
import dev.crawler.processes.job.Orders;
import dev.crawler.processes.part.KeptParts;
import dev.crawler.processes.part.KeptParts.Kept;
import dev.crawler.processes.wire.PlanCodec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The lead of one crawl, from the first worker to the last record. *Confined to the coordinator's
/// thread, but for the progress.*
public final class Lead implements AutoCloseable {
  private static final long GATHERING_MILLIS = 60_000;
  private static final long FAREWELL_MILLIS = 4_000;
  private static final long ROUND_MILLIS = 100;
  private static final long SHORT_ROUND_MILLIS = 20;

  /// Says how the crawl is to go on, after so many milliseconds or as soon as that changes.
  @FunctionalInterface
  public interface Wishes {
    /// Waits for news.
    Wish await(long millis) throws InterruptedException;
  }

  private final CrawlPlan plan;
  private final CrawlContext context;
  private final Deployment deployment;
  private final Wishes wishes;
  private final Membership membership;
  private final Books books;
  private final JobBoard board;
  private final Orders orders;
  private final Roster roster;
  private final Watch watch;
  private final Optional<KeptParts> keeping;
  private List<Kept> former = List.of();

  /// URLs that former lives have settled.
  private long recalled;

  private @Nullable String job;
  private CrawlReport opened = CrawlReport.NONE;

  /// A lead of workers that may still be on their way.
  ///
  /// @throws IOException when the crawl is kept, and its folder cannot be made
  public Lead(CrawlPlan plan, CrawlContext context, Deployment deployment, Wishes wishes)
      throws IOException {
    keeping = KeptParts.of(plan.journal());
    this.plan = plan;
    this.context = context;
    this.deployment = deployment;
    this.wishes = wishes;
    var hazelcast = deployment.hazelcast();
    membership = new Membership(hazelcast);
    books = Books.of(hazelcast, plan);
    board = new JobBoard(hazelcast);
    orders = new Orders(hazelcast);
    var shares = new Shares(plan.limits().concurrency());
    var listener = context.listener();
    roster = new Roster(shares, orders, board, membership, listener, deployment);
    watch = new Watch(deployment, membership, books.marks());
  }

  /// Waits until all workers are there; false when the crawl is not wanted any more.
  ///
  /// @throws IOException when they do not come
  public boolean gather() throws IOException, InterruptedException {
    long until = System.nanoTime() + GATHERING_MILLIS * 1_000_000;
    while (membership.workers().size() < deployment.workers()) {
      watch.check();
      if (System.nanoTime() - until > 0) {
        throw new IOException(
            "only %d of %d workers have come"
                .formatted(membership.workers().size(), deployment.workers()));
      }
      if (wishes.await(SHORT_ROUND_MILLIS) != Wish.GO_ON) {
        return false;
      }
    }
    return true;
  }

  /// Puts the job up and the seeds into the ledger. The same job, if it is there already, is gone
  /// on with: its coordinator was lost.
  ///
  /// @throws IOException when the cluster has another job, or another coordinator leads this one
  public void submit() throws IOException, InterruptedException {
    var plans = Fingerprint.of(PlanCodec.encode(plan));
    var seeds = new Fingerprint(plan.seeds());
    var title = board.title();
    if (title.isPresent()) {
      requireSame(title.get(), plans, seeds);
      requireUnled();
    } else {
      clear(); // of what a job has left whose title is lost
      books.marks().set();
    }
    watch.begin();
    var id = title.map(JobBoard.Title::id).orElseGet(this::name);
    job = id;
    if (title.isEmpty() || !title.get().opened()) {
      board.put(new JobBoard.Title(id, plans, ""));
      board.put(plan.with(List.of(), Sitemaps.NONE));
      board.put(keeping.isEmpty() ? Keeping.NONE : resumes() ? Keeping.RESUMED : Keeping.BEGUN);
      opened =
          new Opening(plan.with(seeds, plan.sitemaps()), books, board, orders)
              .open(context, wishes);
      recall();
      board.put(new JobBoard.Title(id, plans, seeds.value()));
    }
    roster.begin(id);
  }

  private String name() {
    return keeping.isPresent() ? KeptParts.JOB : UUID.randomUUID().toString();
  }

  private boolean resumes() {
    return plan.journal().resumedAt().isPresent();
  }

  /// What former lives have settled, once the seeds are open.
  private void recall() throws IOException {
    if (keeping.isPresent() && resumes()) {
      former = keeping.get().open();
      var now = plan.journal().resumedAt().orElseThrow();
      Replay.play(former, plan, books, board.charter(plan), now);
      recalled = books.ledger().settledCount();
    }
  }

  /// How many pages may still be taken on.
  private OptionalLong pagesLeft() {
    var left = board.pagesLeft(plan.limits().maxPages());
    return left.isEmpty() || former.isEmpty()
        ? left
        : OptionalLong.of(Math.max(0, left.getAsLong() - books.ledger().countedCount()));
  }

  private static void requireSame(JobBoard.Title title, String plans, Fingerprint seeds)
      throws IOException {
    if (!title.fingerprint().equals(plans)
        || title.opened() && !title.seeds().equals(seeds.exhausted())) {
      throw new IOException("the cluster has another job, which is not finished");
    }
  }

  /// One that was lost just now may still be believed to be there.
  private void requireUnled() throws IOException, InterruptedException {
    long until = System.nanoTime() + FAREWELL_MILLIS * 1_000_000;
    while (orders.introductions(membership.workers()).values().stream()
        .anyMatch(Introduction::led)) {
      if (System.nanoTime() - until > 0) {
        throw new IOException("another coordinator leads this job");
      }
      wishes.await(ROUND_MILLIS);
    }
  }

  /// Leads the workers to the end; returns where their records are.
  public Parts finish() throws IOException, InterruptedException {
    int partitions = deployment.hazelcast().getPartitionService().getPartitions().size();
    var limit = new PageLimit(pagesLeft());
    var conductor =
        new Conductor(
            roster,
            orders,
            board,
            partitions,
            limit,
            nearly -> wishes.await(nearly ? SHORT_ROUND_MILLIS : ROUND_MILLIS),
            watch);
    var parts = new Parts(books, orders, roster, former.stream().map(Kept::part).toList());
    try {
      do {
        conductor.conduct();
      } while (!parts.collect());
      return parts;
    } catch (Throwable e) {
      parts.close();
      throw e;
    }
  }

  /// Hands their records to the sink.
  public CrawlReport report(Parts parts) throws IOException, InterruptedException {
    var merged = parts.merge(context.sink());
    watch.check();
    watch.requireAll();
    if (merged.lost() > 0) {
      throw new IOException(merged.lost() + " records are lost");
    }
    boolean stopped = wishes.await(0) != Wish.GO_ON;
    return roster.tally().plus(opened).of(merged.written() - recalled, stopped);
  }

  /// Leaves nothing of the job behind where there may be another, if anybody is left, and unless
  /// another coordinator leads it by now.
  private void end() throws InterruptedException {
    if (deployment.outlivesCrawl() && job != null && !membership.workers().isEmpty()) {
      if (roster.dismiss()) {
        clear();
      }
    }
  }

  private void clear() {
    if (deployment.outlivesCrawl()) {
      books.clear();
      board.clear();
    }
  }

  /// How it goes with each worker. Any thread may ask.
  public List<WorkerProgress> progress() {
    return roster.progress();
  }

  /// Leaves workers that stay without the job.
  @Override
  public void close() {
    watch.close();
    try {
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
