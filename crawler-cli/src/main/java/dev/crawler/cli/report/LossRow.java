package dev.crawler.cli.report;

import java.util.Comparator;

/// How often a host was lost in one way. *Immutable.*
///
/// @param host name, with its port unless that is usual; empty for lines that are no URL
/// @param example the first URL of them, cut when it is long
record LossRow(String host, Loss loss, long count, String example) {
  /// The greatest first; equal ones in an order that does not depend on when they came.
  static final Comparator<LossRow> GREATEST_FIRST =
      Comparator.comparingLong((LossRow row) -> -row.count)
          .thenComparing(LossRow::host)
          .thenComparing(LossRow::loss);
}
