package dev.crawler.processes.launch;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process that starts a worker, passes on what it says, and waits to be killed.
final class Coordinator {
  private Coordinator() {}

  public static void main(String[] args) throws Exception {
    var command = Scripts.command(ScriptedWorker.class);
    var launcher = new JvmLauncher(command, (name, line) -> System.out.println(line));
    launcher.start(1, Scripts.settings(args[0], Path.of(args[1])));
    new CountDownLatch(1).await();
  }
}
