package dev.crawler.cli.compare.jvm;

import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Streams;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Signals to a command that waits for other JVMs: the first ends those and interrupts the wait,
/// the second ends this process at once. *Thread-safe.*
public final class StopSignal {
  private final AtomicReference<@Nullable ExitCode> first = new AtomicReference<>();
  private final Streams streams;
  private final ChildJvms jvms;
  private final String line;
  private final Thread waiting = Thread.currentThread();

  private StopSignal(Streams streams, ChildJvms jvms, String line) {
    this.streams = streams;
    this.jvms = jvms;
    this.line = line;
  }

  /// Listens from now on; the thread that calls is the one that waits.
  ///
  /// @param line tells a person what is being done
  public static StopSignal listen(Streams streams, ChildJvms jvms, String line) {
    var signal = new StopSignal(streams, jvms, line);
    streams.signals().listen(signal::heed);
    return signal;
  }

  /// With what the command has to exit, once there was a signal.
  public Optional<ExitCode> code() {
    return Optional.ofNullable(first.get());
  }

  private void heed(ExitCode code) {
    if (!first.compareAndSet(null, code)) {
      ProcessEnd.halt(code);
    }
    streams.terminal().say(Notice.info("stopping", line, Notice.Fields.NONE));
    jvms.release();
    waiting.interrupt();
  }
}
