package dev.crawler.cli.compare.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;

/// What `getrusage` of the system says: the only place that adds up all threads, those that have
/// ended too, and the processes that were waited for. *Immutable.*
///
/// @param childrenCpuMillis user and system time of processes that this one started and that have
///   ended
/// @param voluntarySwitches a thread waited for something; NaN where the system does not say
/// @param involuntarySwitches a thread was taken from its core
record SystemUsage(double childrenCpuMillis, double voluntarySwitches, double involuntarySwitches) {
  private static final int SELF = 0;
  private static final int CHILDREN = -1;

  /// Two times of two words each, then fourteen numbers; alike on Linux and macOS of 64 bits.
  private static final int WORDS = 18;

  private static final int VOLUNTARY = 16;
  private static final int INVOLUNTARY = 17;

  /// The calling process so far; to be called once, at the end: it loads code.
  static SystemUsage ofThisProcess() {
    var linker = Linker.nativeLinker();
    var function = linker.defaultLookup().find("getrusage");
    if (function.isEmpty() || ValueLayout.ADDRESS.byteSize() != Long.BYTES) {
      return new SystemUsage(0, Double.NaN, Double.NaN);
    }
    var call = handle(linker, function.get());
    var all = List.of(words(call, SELF), words(call, CHILDREN));
    return new SystemUsage(
        millis(all.getLast(), 0) + millis(all.getLast(), 2),
        all.stream().mapToLong(words -> words[VOLUNTARY]).sum(),
        all.stream().mapToLong(words -> words[INVOLUNTARY]).sum());
  }

  @SuppressWarnings("restricted")
  private static MethodHandle handle(Linker linker, MemorySegment function) {
    return linker.downcallHandle(
        function,
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }

  private static long[] words(MethodHandle call, int who) {
    try (var arena = Arena.ofConfined()) {
      var usage = arena.allocate(ValueLayout.JAVA_LONG, WORDS);
      int failed = (int) call.invokeExact(who, usage);
      return failed == 0
          ? Arrays.copyOf(usage.toArray(ValueLayout.JAVA_LONG), WORDS)
          : new long[WORDS];
    } catch (Throwable e) {
      throw new IllegalStateException("getrusage failed", e);
    }
  }

  /// Seconds, then microseconds, of which macOS uses the lower half of the word alone.
  private static double millis(long[] words, int at) {
    return words[at] * 1e3 + (int) words[at + 1] / 1e3;
  }
}
