package dev.crawler.tck.site;

/// What goes wrong at a place the first time it is asked for, and only then.
enum Trouble {
  NONE,
  /// 503 with `Retry-After: 0`.
  BUSY,
  /// The connection is reset.
  RESET,
  /// The body ends early.
  CUT
}
