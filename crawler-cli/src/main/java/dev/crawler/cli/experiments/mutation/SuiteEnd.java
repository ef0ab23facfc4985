package dev.crawler.cli.experiments.mutation;

import java.time.Duration;

/// How a run of tests ended. *Immutable.*
///
/// @param kind of end
/// @param detail the test that failed or hung, the number of tests that passed, or what the
///   compiler said
/// @param took from the start of the process to its end
record SuiteEnd(Kind kind, String detail, Duration took) {
  /// How.
  enum Kind {
    /// A test failed: it was noticed.
    FAILED,
    /// All tests passed.
    PASSED,
    /// A test did not end and nothing in the suite ended it: not noticed by the suite.
    HUNG,
    /// The process ended without a word.
    DIED,
    /// The mutant is no Java.
    NOT_COMPILING
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
