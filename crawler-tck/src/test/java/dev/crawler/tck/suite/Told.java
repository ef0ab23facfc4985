package dev.crawler.tck.suite;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Hears of tests, and ends the process at the first that fails, or when none has ended for so long
/// that the suite seems to hang: then it is not the suite that has noticed. *Thread-safe.*
final class Told implements TestExecutionListener {
  /// Before what is told; whatever else is printed is the tests' own.
  static final String MARK = "@suite ";

  private static final int LONGEST = 100;
  private static final long LOOK_NANOS = 500_000_000;

  private final PrintStream out = System.out;
  private final AtomicInteger passed = new AtomicInteger();
  private final long silenceNanos;
  private volatile long lastEnded = System.nanoTime();
  private volatile String current = "";

  /// @param silence longest time without the end of a test, in seconds
  Told(long silence) {
    silenceNanos = silence * 1_000_000_000;
    Thread.ofPlatform().daemon().name("silence").start(this::watch);
  }

  private void watch() {
    while (System.nanoTime() - lastEnded < silenceNanos) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    end(3, "hung " + current);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (test.isTest()) {
      current = nameOf(test);
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    lastEnded = System.nanoTime();
    if (result.getStatus() == TestExecutionResult.Status.FAILED) {
      end(1, "failed " + nameOf(test) + result.getThrowable().map(Told::firstLineOf).orElse(""));
    } else if (test.isTest()) {
      passed.incrementAndGet();
    }
  }

  void passed() {
    end(0, "passed " + passed);
  }

  private static String firstLineOf(Throwable thrown) {
    var message = String.valueOf(thrown.getMessage()).strip().lines().findFirst().orElse("");
    return ": " + message.substring(0, Math.min(LONGEST, message.length()));
  }

  private static String nameOf(TestIdentifier test) {
    return test.getUniqueIdObject().getSegments().stream()
        .filter(segment -> !segment.getType().equals("engine"))
        .map(segment -> segment.getValue().replaceAll("\\(.*", "").replaceAll(".*\\.", ""))
        .reduce((outer, inner) -> outer + "#" + inner)
        .orElse(test.getDisplayName());
  }

  /// Threads of a broken engine do not keep it.
  private void end(int code, String line) {
    out.println(MARK + line);
    out.flush();
    Runtime.getRuntime().halt(code);
  }
}
