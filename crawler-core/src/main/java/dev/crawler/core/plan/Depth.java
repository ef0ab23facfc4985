package dev.crawler.core.plan;

/// How far from the seeds a crawl goes. *Immutable.*
///
/// @param value greatest depth of a page that is fetched; 0 is the list alone
public record Depth(int value) {
  /// Just the seeds and what they redirect to.
  public static final Depth SEEDS = new Depth(0);

  /// Every link in scope.
  public static final Depth UNLIMITED = new Depth(Integer.MAX_VALUE);

  /// Refuses a negative depth.
  public Depth {
    if (value < 0) {
      throw new IllegalArgumentException("depth must be 0 or more: " + value);
    }
  }

  /// Whether there is no limit.
  public boolean isUnlimited() {
    return value == Integer.MAX_VALUE;
  }

  /// Whether pages of that depth are fetched.
  public boolean admits(int depth) {
    return depth <= value;
  }

  /// As one would write it.
  @Override
  public String toString() {
    return isUnlimited() ? "unlimited" : Integer.toString(value);
  }
}
