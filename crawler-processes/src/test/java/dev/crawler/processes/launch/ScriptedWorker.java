package dev.crawler.processes.launch;

import dev.crawler.core.engine.WorkerSettings;
import java.util.concurrent.CountDownLatch;

/// A worker process that does what the name of its cluster says.
final class ScriptedWorker {
  private static final int FLOOD = 30_000_000;

  private ScriptedWorker() {}

  public static void main(String[] args) {
    System.exit(WorkerLife.live(System.in, System.err, ScriptedWorker::run));
  }

  private static void run(int number, WorkerSettings settings) throws Exception {
    switch (settings.clusterName()) {
      case "echo" -> {
        System.err.println(number + " " + settings);
        new CountDownLatch(1).await();
      }
      case "leave" -> System.out.println("nothing to do");
      case "crash" -> throw new IllegalStateException("broken \u001b[31mon purpose");
      case "stubborn" -> hang();
      case "flood" -> System.err.println("x".repeat(FLOOD) + "\nend of the flood");
      default -> throw new IllegalArgumentException(settings.clusterName());
    }
  }

  /// As a thread that is busy in native code: no interrupt ends it.
  private static void hang() {
    System.err.println("hanging");
    while (true) {
      Thread.onSpinWait();
    }
  }
}
