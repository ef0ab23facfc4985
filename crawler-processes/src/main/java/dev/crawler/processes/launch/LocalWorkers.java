package dev.crawler.processes.launch;

import dev.crawler.core.engine.WorkerSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The workers that this process started. One that ends unasked is replaced, after a pause and a
/// bounded number of times in all, by one with the next number: what the lost one wrote stays its
/// own.
///
/// ```
/// started ─ ended, asked to ──────────────────────> gone
///    ^    ─ ended unasked ─ restarts left ─ pause ─┐
///    └──────── next number ────────────────────────┘
///                          ─ none left ───────────> given up
/// ```
///
/// *Thread-safe.*
public final class LocalWorkers implements AutoCloseable {
  private final WorkerLauncher launcher;
  private final IntFunction<WorkerSettings> settings;
  private final Restarts restarts;
  private final CrewListener listener;
  private final List<RunningWorker> workers = new ArrayList<>();
  private int started;
  private int restarted;
  private boolean closed;

  /// How often, and how soon.
  ///
  /// @param most of all workers together
  /// @param pause before each
  public record Restarts(int most, Duration pause) {
    /// As many as there are workers, and a few.
    public static Restarts of(int workers) {
      return new Restarts(workers + 2, Duration.ofMillis(500));
    }
  }

  private LocalWorkers(
      int before,
      WorkerLauncher launcher,
      IntFunction<WorkerSettings> settings,
      Restarts restarts,
      CrewListener listener) {
    this.started = before;
    this.launcher = launcher;
    this.settings = settings;
    this.restarts = restarts;
    this.listener = listener;
  }

  /// Starts so many and returns without waiting for them.
  ///
  /// @param before the greatest number that is taken already
  /// @param settings of the worker with that number
  public static LocalWorkers start(
      int workers,
      int before,
      WorkerLauncher launcher,
      IntFunction<WorkerSettings> settings,
      Restarts restarts,
      CrewListener listener) {
    var all = new LocalWorkers(before, launcher, settings, restarts, listener);
    for (int i = 0; i < workers; i++) {
      all.startOne();
    }
    return all;
  }

  /// All that were ever started, by number.
  public synchronized List<RunningWorker> all() {
    return List.copyOf(workers);
  }

  /// Ends them all, at the same time, and starts none any more. Returns when none is left.
  /// Idempotent.
  @Override
  public void close() {
    List<RunningWorker> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(workers);
    }
    left.forEach(RunningWorker::dismiss);
    try (var closers = Executors.newVirtualThreadPerTaskExecutor()) {
      left.forEach(worker -> closers.execute(worker::close));
    }
  }

  private void startOne() {
    try {
      var worker = launch();
      if (worker != null) {
        listener.started(worker);
        worker.ended().thenAccept(exit -> ended(worker, exit));
      }
    } catch (IOException e) {
      replace(takeRestart(), "a worker cannot be started: " + e.getMessage());
    }
  }

  /// Under the lock, so that none can begin behind the back of [#close].
  private synchronized @Nullable RunningWorker launch() throws IOException {
    if (closed) {
      return null;
    }
    int number = ++started;
    var worker = launcher.start(number, settings.apply(number));
    workers.add(worker);
    return worker;
  }

  private void ended(RunningWorker worker, WorkerExit exit) {
    if (!isClosed()) {
      boolean replaced = takeRestart();
      listener.lost(worker, exit, replaced);
      replace(replaced, "worker %s ended with %s".formatted(worker.name(), exit));
    }
  }

  private void replace(boolean again, String why) {
    if (again) {
      CompletableFuture.delayedExecutor(restarts.pause().toMillis(), TimeUnit.MILLISECONDS)
          .execute(this::startOne);
    } else {
      listener.gaveUp("%s; not started again after %d restarts".formatted(why, restarts.most()));
    }
  }

  private synchronized boolean takeRestart() {
    return restarted++ < restarts.most();
  }

  private synchronized boolean isClosed() {
    return closed;
  }
}
