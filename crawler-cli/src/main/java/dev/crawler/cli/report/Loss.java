package dev.crawler.cli.report;

import dev.crawler.core.journal.Gist;

/// A way in which a URL came to nothing. *Immutable.*
///
/// @param outcome as in a record; `not_recorded` for what has none
/// @param reason as in a record; of an `http_error` its status
record Loss(String outcome, String reason) implements Comparable<Loss> {
  static final Loss OUT_OF_SCOPE = new Loss("not_recorded", "out_of_scope");
  static final Loss OVER_BUDGET = new Loss("not_recorded", "page_limit");

  /// What that record, which is neither ok nor a redirect, says.
  static Loss of(Gist gist) {
    var reason = gist.reason();
    return new Loss(
        gist.outcome().label(), reason == null ? Integer.toString(gist.status()) : reason.label());
  }

  @Override
  public int compareTo(Loss other) {
    int byOutcome = outcome.compareTo(other.outcome);
    return byOutcome != 0 ? byOutcome : reason.compareTo(other.reason);
  }

  /// `excluded: robots`.
  @Override
  public String toString() {
    return outcome + ": " + reason;
  }
}
