package dev.crawler.core.fetch;

/// Why a URL has no usable answer: a closed list on the wire.
public sealed interface Reason permits FailureReason, ExclusionReason {
  /// The word in a record's `reason`.
  String label();
}
