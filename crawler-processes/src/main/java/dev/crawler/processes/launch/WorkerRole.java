package dev.crawler.processes.launch;

import dev.crawler.core.engine.WorkerSettings;

/// What a worker process does. Found by [java.util.ServiceLoader] in the process that is to do it.
@FunctionalInterface
public interface WorkerRole {
  /// Works until there is nothing more to do, or until the thread is interrupted, because the
  /// coordinator let go or is gone; five seconds later the process ends whatever happens. What it
  /// throws otherwise becomes its last words.
  ///
  /// @param number from 1, this worker's alone
  void run(int number, WorkerSettings settings) throws Exception;
}
