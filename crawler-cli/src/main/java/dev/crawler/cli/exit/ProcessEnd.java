package dev.crawler.cli.exit;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The end of the process by the operating system's `_exit`, for when everything is written and
/// closed. [System#exit] waits 300 ms for threads in native code, and once a virtual thread has
/// used a socket one of the JVM's own always is there: a third of the time that one page takes.
/// *Thread-safe.*
public final class ProcessEnd {
  /// `now` from the launcher, `rehearsed` while it trains its cache, which is written by hooks that
  /// `_exit` would skip. Native access is granted by the manifest of the jar that is started.
  private static final String WANTED = "crawler.exit";

  private ProcessEnd() {}

  /// Ends the process, or returns when that is not wanted or the system has no such function.
  @SuppressWarnings("restricted")
  public static void atOnce(int code) {
    var wanted = System.getProperty(WANTED, "");
    if (wanted.isEmpty()) {
      return;
    }
    var linker = Linker.nativeLinker();
    var function = linker.defaultLookup().find("_exit");
    if (function.isEmpty()) {
      return;
    }
    var exit =
        linker.downcallHandle(function.get(), FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
    if (wanted.equals("now")) {
      end(exit, code);
    }
  }

  /// Ends the process at once, whatever hangs: what a second signal asks for.
  public static void halt(ExitCode code) {
    Runtime.getRuntime().halt(code.number());
  }

  private static void end(MethodHandle exit, int code) {
    try {
      exit.invokeExact(code);
    } catch (Throwable e) {
      throw new IllegalStateException("_exit came back", e);
    }
  }
}
