package dev.crawler.http;

import dev.crawler.core.fetch.FailureReason;

/// A fetch under way that can be ended early. *Thread-safe.*
interface Cuttable {
  /// Ends the fetch with this reason. The first one counts.
  void cut(FailureReason reason);
}
