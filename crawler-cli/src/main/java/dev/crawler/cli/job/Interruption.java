package dev.crawler.cli.job;

import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Signals;
import dev.crawler.cli.terminal.Terminal;
import dev.crawler.core.engine.CrawlRun;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What Ctrl-C does to a crawl.
///
/// ```
/// before the run has begun:  end at once; an output file appears empty
/// first signal:              stop taking; what is in flight may end, is cancelled after 7 s,
///                            and the process ends after 10 s whatever hangs
/// second signal:             end at once
/// ```
///
/// *Thread-safe.*
final class Interruption {
  private static final long HALT_SECONDS = 10;
  private static final Notice STOPPING =
      Notice.info(
          "stopping",
          "stopping: what is in flight may end; once more ends at once",
          Notice.Fields.NONE);

  private final Terminal terminal;
  private final TallySink output;
  private @Nullable CrawlRun run;
  private @Nullable ExitCode code;

  private Interruption(Terminal terminal, TallySink output) {
    this.terminal = terminal;
    this.output = output;
  }

  /// Listens from now on.
  static Interruption listen(Signals signals, Terminal terminal, TallySink output) {
    var interruption = new Interruption(terminal, output);
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
        after(TimeLimit.GRACE.toSeconds(), stopping::close);
        after(HALT_SECONDS, () -> ProcessEnd.halt(signal));
      }
      case Reaction.Leave() -> {
        output.close();
        ProcessEnd.halt(signal);
      }
      case Reaction.Halt() -> ProcessEnd.halt(signal);
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

  private static void after(long seconds, Runnable action) {
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(action);
  }
}
