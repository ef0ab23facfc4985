package dev.crawler.cli.job;

import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Ends a process that was told to end and does not: something hangs that no cancelling reaches.
/// What is written so far is kept, if the output is not what hangs. As long as records are being
/// written nothing does: those of worker processes come at the end, and there may be many.
/// *Thread-safe.*
final class LastResort {
  private static final Duration AFTER = Duration.ofSeconds(10);

  /// Without a record, from one look to the next; and for the output to be closed.
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static final Notice GIVEN_UP =
      Notice.warning(
          "given_up",
          "something does not end: what is written so far is all there is",
          Notice.Fields.NONE);

  private final ScheduledExecutorService timer;
  private final LongSupplier written;
  private final Terminal terminal;
  private final Runnable closeOutputs;

  LastResort(
      ScheduledExecutorService timer,
      LongSupplier written,
      Terminal terminal,
      Runnable closeOutputs) {
    this.timer = timer;
    this.written = written;
    this.terminal = terminal;
    this.closeOutputs = closeOutputs;
  }

  /// Ends the process with that code, unless it ends by itself in time.
  void arm(ExitCode code) {
    after(AFTER.minus(MOMENT), () -> look(code, written.getAsLong()));
  }

  private void look(ExitCode code, long before) {
    after(
        MOMENT,
        () -> {
          long now = written.getAsLong();
          if (now > before) {
            look(code, now);
          } else {
            giveUp(code);
          }
        });
  }

  private void giveUp(ExitCode code) {
    end(
        code,
        () -> {
          terminal.say(GIVEN_UP);
          closeOutputs.run();
        });
  }

  /// Ends the process with what is written so far.
  void end(ExitCode code) {
    end(code, closeOutputs);
  }

  private static void end(ExitCode code, Runnable farewell) {
    var closing = Thread.ofPlatform().daemon().start(farewell);
    try {
      var _ = closing.join(MOMENT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // and all the sooner
    }
    ProcessEnd.halt(code);
  }

  private void after(Duration time, Runnable action) {
    var _ = timer.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
