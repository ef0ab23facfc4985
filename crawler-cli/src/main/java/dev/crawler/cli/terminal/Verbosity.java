package dev.crawler.cli.terminal;

/// How much is said on standard error.
public enum Verbosity {
  /// Errors alone.
  QUIET,
  /// Warnings and the summary too.
  NORMAL,
  /// Every event.
  VERBOSE
}
