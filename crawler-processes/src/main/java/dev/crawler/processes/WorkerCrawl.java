package dev.crawler.processes;

import dev.crawler.core.engine.Ending;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.session.Shards;
import dev.crawler.core.session.Step;
import dev.crawler.processes.worker.Lease;
import dev.crawler.processes.worker.Mail;
import dev.crawler.processes.worker.Settler;
import dev.crawler.threads.BlockingLoop;
import dev.crawler.threads.Workload;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;

/// What the blocking loop of a worker runs on: the shards that it holds. The record of a page is in
/// the part file before its links are opened, they are in the ledger before the page is settled
/// there, and only then its shard lets go of it; so a worker may die anywhere, and what it leaves
/// is done again by the next. *Thread-safe.*
public final class WorkerCrawl implements Workload {
  private static final Step AWAIT = new Step.Await();

  /// How soon to look again whether the lease is back.
  private static final Duration BREATH = Duration.ofMillis(50);

  private final Shards shards;
  private final Lease lease;
  private final BlockingFetcher fetcher;
  private final PageHandler handler;
  private final Mail mail;
  private final Settler settler;
  private final InstantSource clock;
  private final Ending ending;
  private final BlockingLoop loop;
  private final LongAdder turns = new LongAdder();
  private volatile boolean cancelled;

  /// A crawl of those shards, whose loop has no workers yet.
  ///
  /// @param settler of records that the handler writes
  public WorkerCrawl(
      Shards shards,
      Lease lease,
      BlockingFetcher fetcher,
      PageHandler handler,
      Mail mail,
      Settler settler,
      InstantSource clock,
      Ending ending) {
    this.shards = shards;
    this.lease = lease;
    this.fetcher = fetcher;
    this.handler = handler;
    this.mail = mail;
    this.settler = settler;
    this.clock = clock;
    this.ending = ending;
    this.loop = new BlockingLoop(this, clock, ending);
  }

  /// Guards the shards.
  public BlockingLoop loop() {
    return loop;
  }

  /// Grows with each turn.
  public long turns() {
    return turns.sum();
  }

  /// Exhausted here, there may be more to do elsewhere: the coordinator ends the crawl.
  @Override
  public Step next(Instant now) {
    if (!lease.isGiven()) {
      return new Step.Pause(now.plus(BREATH));
    }
    var step = shards.next(now);
    return step instanceof Step.Exhausted ? AWAIT : step;
  }

  @Override
  public void fetch(FetchTask task) throws IOException {
    turns.increment();
    var outcome = handler.handle(task, answer(task));
    mail.send(loop.guarded(() -> shards.complete(task, outcome, clock.instant())));
    settler.settle(task, outcome);
    loop.news(() -> shards.settled(task));
  }

  /// What was refused is no answer of the page. What came while there was no lease is one when the
  /// lease comes back: nobody has taken the shard over then.
  private FetchResult answer(FetchTask task) throws IOException {
    var result = fetcher.fetch(task);
    while (!lease.isGiven() || isBrokenOff(result)) {
      awaitLease();
      result = isBrokenOff(result) ? fetcher.fetch(task) : result;
    }
    return result;
  }

  /// Whether nobody wanted it to end, but for the lease, which may be back by now.
  private boolean isBrokenOff(FetchResult result) {
    return !cancelled
        && result instanceof FetchResult.Unreachable failed
        && failed.reason() == FailureReason.CANCELLED;
  }

  /// From now on what is broken off is over.
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void exclude(Exclusion exclusion) throws IOException {
    turns.increment();
    handler.exclude(exclusion);
    settler.settle(exclusion);
    loop.news(() -> shards.settle(exclusion));
  }

  private void awaitLease() throws IOException {
    try {
      if (!lease.await() || ending.isBegun()) {
        throw new InterruptedIOException("this worker has ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it waited for its lease");
    }
  }
}
