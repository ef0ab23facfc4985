package dev.crawler.processes.launch;

import dev.crawler.core.engine.Endpoint;
import dev.crawler.core.engine.WorkerSettings;
import java.nio.file.Path;
import java.util.List;

/// Command lines and settings for workers of the tests.
final class Scripts {
  private Scripts() {}

  static List<String> command(Class<?> main) {
    var command = JvmCommand.likeThisProcess(main, List.of("-XX:TieredStopAtLevel=1"), 2);
    return command.words();
  }

  static WorkerSettings settings(String script, Path folder) {
    var listen = Endpoint.of("127.0.0.1:5701");
    return new WorkerSettings(listen, List.of(Endpoint.of("[::1]:5702")), script, false, folder);
  }
}
