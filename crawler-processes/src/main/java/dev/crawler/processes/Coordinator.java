package dev.crawler.processes;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Progress;
import dev.crawler.processes.cluster.JoinRefusedException;
import dev.crawler.processes.coordinator.Deployment;
import dev.crawler.processes.coordinator.LastWords;
import dev.crawler.processes.coordinator.Lead;
import dev.crawler.processes.coordinator.Parts;
import dev.crawler.processes.job.Order.Wish;
import dev.crawler.processes.ledger.LedgerLostException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A crawl by many processes, seen from the one that wants it. Its thread brings up the workers,
/// gives them the job, leads them to its end, and makes one output of theirs. *Thread-safe.*
final class Coordinator implements CrawlRun {
  private final CrawlPlan plan;
  private final CrawlContext context;
  private final Deployments deployments;
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();
  private final Thread thread = Thread.ofPlatform().name("crawl-coordinator").unstarted(this::run);
  private Wish wish = Wish.GO_ON;
  private volatile @Nullable Lead lead;

  /// Brings up workers.
  @FunctionalInterface
  interface Deployments {
    /// Returns when this process is one of their cluster; they may still be on their way.
    ///
    /// @throws IOException when they cannot be had, saying why
    Deployment open() throws IOException, InterruptedException;
  }

  private Coordinator(CrawlPlan plan, CrawlContext context, Deployments deployments) {
    this.plan = plan;
    this.context = context;
    this.deployments = deployments;
  }

  /// Takes in the seeds, and begins.
  static CrawlRun start(CrawlPlan plan, CrawlContext context, Deployments deployments) {
    var seeds = new ArrayList<String>();
    plan.seeds().forEach(seeds::add);
    var run = new Coordinator(plan.with(seeds, plan.sitemaps()), context, deployments);
    run.thread.start();
    return run;
  }

  private void run() {
    try {
      completion.complete(crawl());
    } catch (LedgerLostException | HazelcastException | HazelcastInstanceNotActiveException e) {
      completion.completeExceptionally(
          new IOException("the cluster is lost: " + e.getMessage(), e));
    } catch (JoinRefusedException e) {
      completion.completeExceptionally(new IOException(e.getMessage(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      completion.completeExceptionally(e);
    } catch (Exception | Error e) {
      completion.completeExceptionally(e);
    }
  }

  private CrawlReport crawl() throws IOException, InterruptedException {
    if (plan.journal().isFinished()) {
      return CrawlReport.NONE;
    }
    try (var deployment = deployments.open();
        var leading = new Lead(plan, context, deployment, this::awaitWish)) {
      lead = leading;
      return crawl(leading, deployment);
    }
  }

  private static CrawlReport crawl(Lead leading, Deployment deployment)
      throws IOException, InterruptedException {
    try (var parts = lead(leading, deployment)) {
      return parts == null ? CrawlReport.NONE.of(0, true) : leading.report(parts);
    }
  }

  /// While workers write, a failure may be one of theirs: so their last words are waited for. Null
  /// when the crawl was stopped before it began.
  private static @Nullable Parts lead(Lead leading, Deployment deployment)
      throws IOException, InterruptedException {
    try {
      if (!leading.gather()) {
        return null;
      }
      leading.submit();
      return leading.finish();
    } catch (IOException | RuntimeException e) {
      LastWords.await(deployment);
      throw e;
    }
  }

  /// How it is to go on; waits a while for that to change.
  @SuppressWarnings("WaitNotInLoop") // the caller's round is the loop
  private synchronized Wish awaitWish(long millis) throws InterruptedException {
    if (millis > 0) {
      wait(millis);
    }
    return wish;
  }

  private synchronized void wish(Wish next) {
    if (next.compareTo(wish) > 0) {
      wish = next;
      notifyAll();
    }
  }

  @Override
  public CompletionStage<CrawlReport> completion() {
    return completion.minimalCompletionStage();
  }

  @Override
  public void stop() {
    wish(Wish.STOP);
  }

  @Override
  public Progress progress() {
    return workers().stream().map(WorkerProgress::progress).reduce(Progress.START, Progress::plus);
  }

  @Override
  public List<WorkerProgress> workers() {
    var current = lead;
    return current == null ? List.of() : current.progress();
  }

  @Override
  public void close() {
    wish(Wish.CANCEL);
    completion.handle((_, _) -> true).join();
  }
}
