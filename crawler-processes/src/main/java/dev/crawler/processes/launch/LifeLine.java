package dev.crawler.processes.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;

/// The pipe from the coordinator, seen by the worker: when it ends, the coordinator has let go or
/// is dead, and the worker ends itself. First by an interrupt, then by force, so that a worker
/// never outlives its coordinator by more than the grace. *Thread-safe.*
final class LifeLine {
  /// For leaving the cluster in order.
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final int CODE = 9;

  private final InputStream pipe;
  private final PrintStream err;
  private final Thread holder;
  private volatile boolean cut;

  private LifeLine(InputStream pipe, PrintStream err, Thread holder) {
    this.pipe = pipe;
    this.err = err;
    this.holder = holder;
  }

  /// Watches the pipe for this thread from now on. A thread of the platform: it holds on to a
  /// blocking read for as long as the process lives.
  static LifeLine hold(InputStream pipe, PrintStream err) {
    var line = new LifeLine(pipe, err, Thread.currentThread());
    Thread.ofPlatform().daemon().name("life-line").start(line::watch);
    return line;
  }

  /// Whether the coordinator has let go.
  boolean isCut() {
    return cut;
  }

  private void watch() {
    awaitEnd();
    cut = true;
    holder.interrupt();
    try {
      holder.join(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(CODE);
  }

  /// A pipe that fails is as good as one that ended.
  private void awaitEnd() {
    try {
      pipe.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      err.println("the life-line failed: " + e.getMessage());
    }
  }
}
