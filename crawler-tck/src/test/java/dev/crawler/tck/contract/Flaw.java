package dev.crawler.tck.contract;

/// What is wrong with a [FlawedEngine].
enum Flaw {
  /// Nothing: it must pass.
  NONE,
  /// Does not wait when the session says pause.
  RUDE,
  /// Loses the links of a page now and then.
  FORGETFUL,
  /// Never says that it is done.
  ENDLESS,
  /// Handles pages where it decides: a page that takes long stops everything.
  STIFF,
  /// Leaves its connections open.
  LEAKY
}
