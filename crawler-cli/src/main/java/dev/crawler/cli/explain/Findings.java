package dev.crawler.cli.explain;

import java.util.List;

/// What a crawl on trial met on its way to a URL. *Immutable.*
///
/// @param ruling on the URL
/// @param addresses of its host; none when it did not come to a look-up, or nothing was found
/// @param mayBePrivate whether the user's word lifts what there is against an address
/// @param robots what came back on the way to its robots.txt, in that order
public record Findings(
    Ruling ruling, List<Address> addresses, boolean mayBePrivate, List<RobotsAnswer> robots) {
  /// Copies the lists.
  public Findings {
    addresses = List.copyOf(addresses);
    robots = List.copyOf(robots);
  }

  static Findings without(Ruling ruling) {
    return new Findings(ruling, List.of(), false, List.of());
  }
}
