package dev.crawler.processes;

import dev.crawler.core.engine.WorkerSettings;
import dev.crawler.processes.launch.WorkerLife;
import dev.crawler.processes.launch.WorkerRole;
import java.util.ServiceLoader;

/// The program of a worker process that a coordinator started.
public final class WorkerMain {
  private WorkerMain() {}

  /// Lives for as long as standard input is held open, or there is work.
  public static void main(String[] args) {
    System.exit(WorkerLife.live(System.in, System.err, WorkerMain::work));
  }

  private static void work(int number, WorkerSettings settings) throws Exception {
    ServiceLoader.load(WorkerRole.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no worker's role on the class path"))
        .run(number, settings);
  }
}
