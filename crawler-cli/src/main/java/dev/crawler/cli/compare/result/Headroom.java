package dev.crawler.cli.compare.result;

/// How much more the site can serve than the fastest engine asked for. *Immutable.*
///
/// @param requestsPerSecond that a trivial client got, alone with the site
/// @param times that, by the requests per second of the fastest engine
public record Headroom(double requestsPerSecond, double times) {
  /// Below this the site may have limited what is measured.
  public static final double ENOUGH = 3;

  /// Whether the site cannot have been what limited.
  public boolean isEnough() {
    return times >= ENOUGH;
  }
}
