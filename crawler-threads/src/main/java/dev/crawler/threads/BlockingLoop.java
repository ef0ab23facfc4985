package dev.crawler.threads;

import dev.crawler.core.engine.Ending;
import dev.crawler.core.session.Step;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The blocking loop: each worker takes a turn, carries it out, and has another follow it. The
/// workload is guarded by this object's monitor; a worker that finds nothing to do waits there
/// until there is news. *Thread-safe.*
public final class BlockingLoop {
  private final Workload workload;
  private final InstantSource clock;
  private final Ending ending;
  private final Alarm alarm = new Alarm(this);

  /// A loop without workers yet.
  ///
  /// @param clock never runs backwards
  /// @param ending begun by the loop when the workload is exhausted or a worker has met a fault;
  ///   the executor of the workers must be one of its parts
  public BlockingLoop(Workload workload, InstantSource clock, Ending ending) {
    this.workload = workload;
    this.clock = clock;
    this.ending = ending;
  }

  /// Starts that many workers; to be called once.
  public void start(Executor executor, int workers) {
    try {
      for (int i = 0; i < workers; i++) {
        executor.execute(() -> work(executor));
      }
    } catch (RuntimeException | Error e) {
      endWith(e); // no more threads, say
    }
  }

  /// The life of a worker. Its follower is another task: in a pool that is one of the same threads;
  /// of virtual threads it is a new one, so that what libraries keep for each thread ends with the
  /// turn.
  private void work(Executor executor) {
    try {
      var turn = take();
      if (turn.isPresent()) {
        turn.get().carryOut();
        executor.execute(() -> work(executor));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      endWith(e);
    } catch (IOException | RuntimeException | Error e) {
      endWith(e);
    }
  }

  /// What a worker does between two visits to the monitor.
  private interface Turn {
    void carryOut() throws IOException;
  }

  /// Who takes a turn wakes one more worker, for there may be another: so as many wake as there is
  /// work, and never all at once.
  private synchronized Optional<Turn> take() throws InterruptedException {
    while (!ending.isBegun()) {
      var now = clock.instant();
      switch (workload.next(now)) {
        case Step.Fetch(var task) -> {
          notify();
          return Optional.of(() -> workload.fetch(task));
        }
        case Step.Exclude(var exclusion) -> {
          notify();
          return Optional.of(() -> workload.exclude(exclusion));
        }
        case Step.Pause(var until) -> alarm.waitUntil(until, now);
        case Step.Await() -> wait();
        case Step.Exhausted() -> end();
      }
    }
    return Optional.empty();
  }

  /// Asks or changes the workload under the monitor, and wakes nobody: a change that gives work is
  /// to be followed by [#news()].
  public synchronized <T extends @Nullable Object> T guarded(Supplier<T> look) {
    return look.get();
  }

  /// Changes the workload under the monitor, and wakes a worker, for there may be a turn now.
  public synchronized void news(Runnable change) {
    change.run();
    notify();
  }

  /// Wakes a worker, for the workload may have a turn that it had not when it was asked last.
  public synchronized void news() {
    notify();
  }

  /// Ends the loop: each worker carries out the turn that it has, and takes no other.
  public synchronized void end() {
    ending.begin();
    notifyAll();
  }

  /// The same, because of a fault.
  public synchronized void endWith(Throwable fault) {
    ending.beginWith(fault);
    notifyAll();
  }
}
