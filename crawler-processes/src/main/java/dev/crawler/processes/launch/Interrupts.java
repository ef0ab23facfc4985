package dev.crawler.processes.launch;

/// Ctrl-C reaches every process of the terminal's foreground group, and who stops a service tells
/// each of its processes. What it means is for the coordinator to say: workers ignore it, or the
/// fetches that it lets end would die with them.
final class Interrupts {
  private Interrupts() {}

  /// Lets this process ignore SIGINT and SIGTERM. By reflection: naming `sun.misc.Signal` is a
  /// warning that no annotation silences.
  static void ignore() {
    ignore("INT");
    ignore("TERM");
  }

  private static void ignore(String name) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance(name),
              handler.getField("SIG_IGN").get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java has no signal handling", e);
    }
  }
}
