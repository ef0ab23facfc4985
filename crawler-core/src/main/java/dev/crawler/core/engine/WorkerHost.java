package dev.crawler.core.engine;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/// Makes this process a worker of a cluster. Found by [ServiceLoader], so that only the engine of
/// processes knows what a cluster is. *Thread-safe.*
public interface WorkerHost {
  /// Joins the cluster and works for whoever submits a crawl, until the thread is interrupted: then
  /// hands over what it has, leaves, and throws.
  ///
  /// @param log takes lines for a person, from any thread
  /// @return why it ended though nobody asked it to, in one line
  String run(WorkerSettings settings, Consumer<String> log) throws InterruptedException;

  /// The one on the class path.
  static Optional<WorkerHost> find() {
    return ServiceLoader.load(WorkerHost.class).findFirst();
  }
}
