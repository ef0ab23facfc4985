package dev.crawler.processes.launch;

import dev.crawler.core.engine.WorkerSettings;
import java.io.IOException;

/// Starts workers: as processes of their own, or, in tests, within this one. *Thread-safe.*
@FunctionalInterface
public interface WorkerLauncher {
  /// Starts a worker and returns without waiting for it.
  ///
  /// @param number from 1, never given twice
  /// @throws IOException when the system starts no process
  RunningWorker start(int number, WorkerSettings settings) throws IOException;
}
