package dev.crawler.processes.launch;

import dev.crawler.core.engine.WorkerSettings;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/// Starts each worker as a JVM: a list of arguments, no shell, nothing secret among them.
/// *Thread-safe.*
///
/// @param command of the JVM
/// @param said takes what workers say: the name and a line, harmless on a terminal; must be quick
public record JvmLauncher(List<String> command, BiConsumer<String, String> said)
    implements WorkerLauncher {
  /// Copies the list.
  public JvmLauncher {
    command = List.copyOf(command);
  }

  /// Standard output is heard together with standard error: the JVM itself writes to either, and
  /// the coordinator's standard output is for records.
  @Override
  public RunningWorker start(int number, WorkerSettings settings) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var name = "w" + number;
    var output = new WorkerOutput(line -> said.accept(name, line));
    return JvmWorker.of(new Letter(number, settings), process, output);
  }
}
