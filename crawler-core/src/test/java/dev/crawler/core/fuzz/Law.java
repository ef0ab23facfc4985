package dev.crawler.core.fuzz;

/// What must hold whatever the bytes: an assertion that needs no test framework, since a fuzzer
/// runs it a million times. *No state.*
public final class Law {
  private Law() {}

  /// Fails when it does not hold, with the law and what broke it.
  public static void holds(boolean condition, String law, Object broken) {
    if (!condition) {
      throw new AssertionError(law + ", not: " + broken);
    }
  }
}
