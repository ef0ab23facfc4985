package dev.crawler.tck.contract;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// One dispatcher takes the steps and gives each fetch a virtual thread. *Thread-safe.*
final class FlawedRun implements CrawlRun {
  private static final Queue<JdkFetcher> LEFT_OPEN = new ConcurrentLinkedQueue<>();

  private final Flaw flaw;
  private final CrawlContext context;
  private final CrawlSession session;
  private final PageHandler handler;
  private final JdkFetcher fetcher;
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();
  private final Thread dispatcher = Thread.ofVirtual().unstarted(this::dispatch);
  private Duration ahead = Duration.ZERO;
  private int pages;
  private @Nullable Throwable failure;

  FlawedRun(Flaw flaw, CrawlPlan plan, CrawlContext context) {
    this.flaw = flaw;
    this.context = context;
    this.session = CrawlSession.begin(plan, context.listener(), context.reserve());
    this.handler = new PageHandler(plan, context.sink());
    this.fetcher = new JdkFetcher(plan, context);
  }

  void start() {
    dispatcher.start();
  }

  private void dispatch() {
    try {
      for (boolean open = true; open; ) {
        open = advance();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(e);
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    release();
    finish();
  }

  @SuppressWarnings("WaitNotInLoop") // dispatch() is the loop
  private synchronized boolean advance() throws InterruptedException {
    if (failure != null) {
      return false;
    }
    var now = now();
    switch (session.next(now)) {
      case Step.Fetch(var task) -> Thread.ofVirtual().start(() -> fetch(task));
      case Step.Exclude(var exclusion) -> Thread.ofVirtual().start(() -> exclude(exclusion));
      case Step.Pause(var until) -> pause(now, until);
      case Step.Await() -> wait();
      case Step.Exhausted() -> {
        return false;
      }
    }
    return true;
  }

  /// The rude one sets its clock forward instead.
  private void pause(Instant now, Instant until) throws InterruptedException {
    var rest = Duration.between(now, until);
    if (flaw == Flaw.RUDE) {
      ahead = ahead.plus(rest);
    } else {
      NANOSECONDS.timedWait(this, rest.toNanos());
    }
  }

  private void fetch(FetchTask task) {
    try {
      var result = fetcher.fetch(task);
      var outcome = flaw == Flaw.STIFF ? handleHere(task, result) : handler.handle(task, result);
      synchronized (this) {
        session.absorb(task, remembered(outcome), now());
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    } finally {
      landed();
    }
  }

  private synchronized Outcome handleHere(FetchTask task, FetchResult result) throws IOException {
    return handler.handle(task, result);
  }

  private void exclude(Exclusion exclusion) {
    try {
      handler.exclude(exclusion);
      synchronized (this) {
        session.settle(exclusion);
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    } finally {
      landed();
    }
  }

  private Outcome remembered(Outcome outcome) {
    boolean forgets = flaw == Flaw.FORGETFUL && outcome instanceof Outcome.Page && ++pages % 5 == 0;
    return forgets ? new Outcome.Page(List.of(), outcome.pressure()) : outcome;
  }

  private Instant now() {
    return context.clock().instant().plus(ahead);
  }

  private synchronized void landed() {
    notifyAll();
  }

  private synchronized void fail(Throwable cause) {
    failure = failure == null ? cause : failure;
    notifyAll();
  }

  private synchronized void finish() {
    if (flaw == Flaw.ENDLESS) {
      return;
    }
    if (failure == null) {
      completion.complete(session.report());
    } else {
      completion.completeExceptionally(failure);
    }
  }

  @Override
  public CompletionStage<CrawlReport> completion() {
    return completion.minimalCompletionStage();
  }

  @Override
  public synchronized void stop() {
    session.stop();
    notifyAll();
  }

  @Override
  public Progress progress() {
    return session.progress();
  }

  private void release() {
    if (flaw == Flaw.LEAKY) {
      LEFT_OPEN.add(fetcher); // where no garbage collector finds it
    } else {
      fetcher.close();
    }
  }

  @Override
  public void close() {
    stop();
    release();
    try {
      dispatcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
