package dev.crawler.processes.launch;

import java.util.concurrent.CountDownLatch;

/// A process that looks at no life-line and ends neither when it is asked to nor when it is told
/// to.
final class DeafWorker {
  private DeafWorker() {}

  public static void main(String[] args) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(DeafWorker::hang));
    System.err.println("deaf");
    new CountDownLatch(1).await();
  }

  private static void hang() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
