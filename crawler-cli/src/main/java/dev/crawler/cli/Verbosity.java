package dev.crawler.cli;

/// How much is said on standard error.
enum Verbosity {
  /// Errors alone.
  QUIET,
  /// Warnings and the summary too.
  NORMAL,
  /// Every event.
  VERBOSE
}
