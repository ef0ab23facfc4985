package dev.crawler.cli;

import dev.crawler.core.engine.CrawlRun;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What Ctrl-C does to a crawl.
///
/// ```
/// before the run has begun:  end at once, there is nothing to save
/// first signal:              stop taking; what is in flight may end, is cancelled after 7 s,
///                            and the process ends after 10 s whatever hangs
/// second signal:             end at once
/// ```
///
/// *Thread-safe.*
final class Interruption {
  private static final long CANCEL_SECONDS = 7;
  private static final long HALT_SECONDS = 10;

  private final Terminal terminal;
  private @Nullable CrawlRun run;
  private @Nullable ExitCode code;

  private Interruption(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Listens from now on.
  static Interruption listen(Signals signals, Terminal terminal) {
    var interruption = new Interruption(terminal);
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
    var stopping = first(signal);
    if (stopping == null) {
      Runtime.getRuntime().halt(signal.number());
      return;
    }
    terminal.say("stopping: letting what is in flight end; once more ends at once");
    stopping.stop();
    after(CANCEL_SECONDS, stopping::close);
    after(HALT_SECONDS, () -> Runtime.getRuntime().halt(signal.number()));
  }

  /// The run to stop, or null when it is time to end at once.
  private synchronized @Nullable CrawlRun first(ExitCode signal) {
    if (code != null) {
      return null;
    }
    code = signal;
    return run;
  }

  private static void after(long seconds, Runnable action) {
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(action);
  }
}
