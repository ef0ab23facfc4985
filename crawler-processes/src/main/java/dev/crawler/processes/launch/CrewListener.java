package dev.crawler.processes.launch;

/// Hears how the workers of this machine fare. Called by any thread, one call at a time for each
/// worker; must not block.
public interface CrewListener {
  /// One was started, at first or in the place of another.
  void started(RunningWorker worker);

  /// One ended though nobody asked it to; another may be about to take its place.
  void lost(RunningWorker worker, WorkerExit exit, boolean replaced);

  /// A place stays empty from now on; `why` is a line for a person.
  void gaveUp(String why);
}
