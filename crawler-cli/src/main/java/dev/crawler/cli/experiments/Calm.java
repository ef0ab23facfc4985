package dev.crawler.cli.experiments;

import dev.crawler.cli.compare.result.Machine;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Waits until a machine has no other work, at most for a while.
final class Calm {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration STEP = Duration.ofSeconds(5);

  private final Supplier<Machine> machine;
  private final Consumer<Duration> pause;
  private final Consumer<String> progress;

  /// @param machine looked at again and again
  /// @param pause returns after that time, or when the thread is interrupted
  /// @param progress is told, once, that it waits
  Calm(Supplier<Machine> machine, Consumer<Duration> pause, Consumer<String> progress) {
    this.machine = machine;
    this.pause = pause;
    this.progress = progress;
  }

  /// The machine when it had no other work, or as it was at the end of patience.
  Machine await() throws InterruptedException {
    var now = machine.get();
    for (var waited = Duration.ZERO;
        now.isBusy() && waited.compareTo(PATIENCE) < 0;
        waited = waited.plus(STEP)) {
      if (waited.isZero()) {
        progress.accept("waiting until the machine has no other work");
      }
      pause.accept(STEP);
      if (Thread.interrupted()) {
        throw new InterruptedException("while it waited for the machine");
      }
      now = machine.get();
    }
    return now;
  }
}
