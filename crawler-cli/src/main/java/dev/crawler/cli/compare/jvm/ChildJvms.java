package dev.crawler.cli.compare.jvm;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// All processes of a comparison, so that they can be let go of from another thread: reading what a
/// process says cannot be interrupted, but it ends with the process. *Thread-safe.*
public final class ChildJvms {
  private final Set<ChildJvm> started = ConcurrentHashMap.newKeySet();
  private volatile boolean released;

  /// Starts a main class in a JVM with these flags.
  ///
  /// @throws IOException when the system starts no process
  /// @throws InterruptedException when all were let go of
  public ChildJvm start(Class<?> main, List<String> flags, List<String> arguments)
      throws IOException, InterruptedException {
    var jvm = ChildJvm.start(main, flags, arguments);
    started.add(jvm);
    if (released) {
      jvm.close();
      throw new InterruptedException("the processes are let go of");
    }
    return jvm;
  }

  /// Lets go of the life-lines of all, those that will be started included. Returns at once.
  public void release() {
    released = true;
    started.forEach(ChildJvm::release);
  }
}
