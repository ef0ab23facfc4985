package dev.crawler.cli.job;

import dev.crawler.cli.terminal.EventLog;
import dev.crawler.core.engine.CrawlRun;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends a crawl that has lasted long enough, as a first Ctrl-C would: what is in flight may end,
/// and is cancelled after a while. *Thread-safe.*
final class TimeLimit implements AutoCloseable {
  /// How long what is in flight may take to end.
  static final Duration GRACE = Duration.ofSeconds(5);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("time-limit").factory());
  private volatile boolean reached;

  private TimeLimit() {}

  /// The time runs from now on, if it is limited.
  static TimeLimit start(Optional<Duration> limit, CrawlRun run, EventLog events) {
    var started = new TimeLimit();
    limit.ifPresent(longest -> started.after(longest, () -> started.end(run, events)));
    return started;
  }

  /// Whether the crawl was ended by it.
  boolean isReached() {
    return reached;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void end(CrawlRun run, EventLog events) {
    reached = true;
    events.limitHit("--max-duration");
    run.stop();
    after(GRACE, run::close);
  }

  private void after(Duration delay, Runnable action) {
    if (!timer.isShutdown()) {
      var _ = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
