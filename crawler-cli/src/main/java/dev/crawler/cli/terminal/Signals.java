package dev.crawler.cli.terminal;

import dev.crawler.cli.exit.ExitCode;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/// The wish of a person or of the system that the process end.
///
/// A shutdown hook would be simpler and is not enough: while hooks run the JVM ignores a second
/// signal, and the contract gives it a meaning. So `sun.misc.Signal` (module `jdk.unsupported`) is
/// used, by reflection, because naming it in source is a compiler warning that no annotation
/// silences.
@FunctionalInterface
public interface Signals {
  /// None ever come.
  Signals NONE = listener -> {};

  /// SIGINT and SIGTERM of this process. One that was ignored when the process began stays ignored.
  Signals OF_PROCESS =
      listener -> {
        handle("INT", () -> listener.accept(ExitCode.INTERRUPTED));
        handle("TERM", () -> listener.accept(ExitCode.TERMINATED));
      };

  /// Has each signal told to the listener, on a thread of its own, from now on.
  void listen(Consumer<ExitCode> listener);

  private static void handle(String name, Runnable action) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var proxy =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java has no signal handling", e);
    }
  }
}
