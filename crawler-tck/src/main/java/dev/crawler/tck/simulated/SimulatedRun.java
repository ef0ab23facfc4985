package dev.crawler.tck.simulated;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// One crawl in simulated time, on a thread of its own. *Thread-safe.*
final class SimulatedRun implements CrawlRun {
  /// An answer on its way; of two that arrive together the one sent first comes first.
  private record Arrival(Instant at, long number, FetchTask task, FetchResult result) {}

  private final CrawlSession session;
  private final PageHandler handler;
  private final SimulatedWeb web;
  private final PriorityQueue<Arrival> arrivals =
      new PriorityQueue<>(Comparator.comparing(Arrival::at).thenComparingLong(Arrival::number));
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();
  private final Thread thread;
  private Instant now = Instant.EPOCH;
  private long sent;
  private volatile boolean stopped;

  private SimulatedRun(CrawlPlan plan, CrawlContext context, SimulatedWeb web) {
    this.session = CrawlSession.begin(plan, context.listener(), context.reserve());
    this.handler = new PageHandler(plan, context.sink());
    this.web = web;
    this.thread = Thread.ofPlatform().name("simulated crawl").unstarted(this::work);
  }

  static SimulatedRun start(CrawlPlan plan, CrawlContext context, SimulatedWeb web) {
    var run = new SimulatedRun(plan, context, web);
    run.thread.start();
    return run;
  }

  private void work() {
    try {
      while (advance()) {
        if (stopped) {
          session.stop();
        }
      }
      completion.complete(session.report());
    } catch (IOException | RuntimeException | Error e) {
      completion.completeExceptionally(e);
    }
  }

  /// One step; false when the crawl is over.
  private boolean advance() throws IOException {
    switch (session.next(now)) {
      case Step.Fetch(var task) -> send(task);
      case Step.Exclude(var exclusion) -> {
        handler.exclude(exclusion);
        session.settle(exclusion);
      }
      case Step.Pause(var until) -> pause(until);
      case Step.Await() -> arrive();
      case Step.Exhausted() -> {
        return false;
      }
    }
    return true;
  }

  private void send(FetchTask task) {
    var result = web.answer(task, now);
    arrivals.add(new Arrival(now.plus(result.trace().elapsed()), sent++, task, result));
  }

  private void pause(Instant until) throws IOException {
    if (!until.isAfter(now)) {
      throw new IllegalStateException("asked to pause until " + until + " at " + now);
    }
    if (arrivals.isEmpty() || arrivals.peek().at().isAfter(until)) {
      now = until;
    } else {
      arrive();
    }
  }

  private void arrive() throws IOException {
    var arrival = arrivals.poll();
    if (arrival == null) {
      throw new IllegalStateException("asked to wait for an answer with nothing in flight");
    }
    now = arrival.at();
    var outcome = handler.handle(arrival.task(), arrival.result());
    session.absorb(arrival.task(), outcome, now);
  }

  @Override
  public CompletionStage<CrawlReport> completion() {
    return completion.minimalCompletionStage();
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public Progress progress() {
    return session.progress();
  }

  @Override
  public void close() {
    stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
