package dev.crawler.core.plan;

/// Whether pages are looked at for near-duplicates: the one part of handling that is pure CPU and
/// can be had or not. *Immutable.*
///
/// @param passes how often the hash of a page's text is made: 0 not at all, 1 once. More make the
///   same hash of the same text again and check that it is the same: honest work without a use, by
///   which experiments choose how much CPU a page takes
public record SimHashing(int passes) {
  /// No hash.
  public static final SimHashing NONE = new SimHashing(0);

  /// A hash for each HTML page.
  public static final SimHashing ONCE = new SimHashing(1);

  /// Refuses nonsense.
  public SimHashing {
    if (passes < 0) {
      throw new IllegalArgumentException("passes must not be negative: " + passes);
    }
  }

  /// Whether records have a hash.
  public boolean isWanted() {
    return passes > 0;
  }
}
