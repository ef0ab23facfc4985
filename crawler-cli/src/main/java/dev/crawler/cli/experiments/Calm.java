package dev.crawler.cli.experiments;

import dev.crawler.cli.compare.result.Machine;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Waits until a machine has no other work, at most for a while: its load is an average of a
/// minute, so what an experiment has done is still in it when the next one begins.
final class Calm {
  /// From the load of an experiment, 5, it takes two minutes to fall below 1.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration STEP = Duration.ofSeconds(5);

  private final Supplier<Machine> machine;
  private final Pause pause;
  private final Consumer<String> progress;

  /// Waits; a test's does not.
  interface Pause {
    /// Returns after that time.
    void of(Duration time) throws InterruptedException;
  }

  /// @param machine as it is now
  /// @param progress is told, once, that it waits
  Calm(Supplier<Machine> machine, Pause pause, Consumer<String> progress) {
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
      pause.of(STEP);
      now = machine.get();
    }
    return now;
  }
}
