package dev.crawler.cli.job;

import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Signals;
import dev.crawler.cli.terminal.Terminal;
import dev.crawler.core.engine.CrawlRun;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What Ctrl-C does to a crawl.
///
/// ```
/// before the run has begun:  end at once; an output file appears empty
/// first signal:              stop taking; what is in flight may end, is cancelled after 5 s,
///                            and the process ends after 10 s whatever hangs ([LastResort])
/// second signal:             end at once, with what is written: closing it may take a second
/// ```
///
/// *Thread-safe.*
final class Interruption {
  private static final int THREADS = 2; // one may hang
  private static final Notice STOPPING =
      Notice.info(
          "stopping",
          "stopping: what is in flight may end; once more ends at once",
          Notice.Fields.NONE);

  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("interruption-", 1).factory());
  private final Terminal terminal;
  private final Runnable closeOutputs;
  private final LastResort lastResort;
  private @Nullable CrawlRun run;
  private @Nullable ExitCode code;

  private Interruption(Terminal terminal, Runnable closeOutputs, LongSupplier written) {
    this.terminal = terminal;
    this.closeOutputs = closeOutputs;
    this.lastResort = new LastResort(timer, written, terminal, closeOutputs);
  }

  /// Listens from now on.
  ///
  /// @param written how many records are written so far
  static Interruption listen(
      Signals signals, Terminal terminal, Runnable closeOutputs, LongSupplier written) {
    var interruption = new Interruption(terminal, closeOutputs, written);
    signals.listen(interruption::receive);
    return interruption;
  }

  /// Names the run that the first signal stops.
  synchronized void protect(CrawlRun started) {
    run = started;
  }

  /// The code to exit with, if there was a signal.
  synchronized Optional<ExitCode> code() {
    return Optional.ofNullable(code);
  }

  private void receive(ExitCode signal) {
    switch (next(signal)) {
      case Reaction.Stop(var stopping) -> {
        terminal.say(STOPPING);
        stopping.stop();
        var _ = timer.schedule(stopping::close, TimeLimit.GRACE.toSeconds(), TimeUnit.SECONDS);
        lastResort.arm(signal);
      }
      case Reaction.Leave() -> {
        closeOutputs.run();
        ProcessEnd.halt(signal);
      }
      case Reaction.Halt() -> lastResort.end(signal);
    }
  }

  private synchronized Reaction next(ExitCode signal) {
    if (code != null) {
      return new Reaction.Halt();
    }
    code = signal;
    return run == null ? new Reaction.Leave() : new Reaction.Stop(run);
  }

  private sealed interface Reaction {
    record Stop(CrawlRun run) implements Reaction {}

    record Leave() implements Reaction {}

    record Halt() implements Reaction {}
  }
}
