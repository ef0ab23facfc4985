package dev.crawler.processes.launch;

import java.util.concurrent.CompletionStage;

/// A worker that was started. *Thread-safe.*
public interface RunningWorker extends AutoCloseable {
  /// From 1.
  int number();

  /// As people are told of it.
  default String name() {
    return "w" + number();
  }

  /// Completes when it has ended and all it said has been heard.
  CompletionStage<WorkerExit> ended();

  /// Whether its process is no more.
  boolean hasEnded();

  /// Lets go of its life-line and does not wait. Idempotent.
  void dismiss();

  /// Ends it at once, even one that is stopped by a signal; does not wait.
  void kill();

  /// Ends it: by its life-line, then by the system, then by force. Returns when it is gone.
  @Override
  void close();
}
