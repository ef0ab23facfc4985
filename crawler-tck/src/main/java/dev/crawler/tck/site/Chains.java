package dev.crawler.tck.site;

import java.util.Optional;

/// Chains and loops of redirects: `/hop/CHAIN/LEFT` leads to one hop fewer and in the end to a
/// page, `/loop/LENGTH/STEP` leads round for ever. *Immutable.*
record Chains(Dice dice, SitePlan plan) {
  private static final int CHAINS = 4;
  private static final int LONGEST = 16;
  private static final int LOOPS = 4;

  /// Somewhere in a chain or loop.
  Place entry(int host, Dice chance) {
    if (chance.with("loop").chance(30)) {
      int length = 1 + chance.with("length").below(LOOPS);
      return new Place(host, "/loop/%d/%d".formatted(length, chance.with("step").below(length)));
    }
    int chain = chance.with("which").below(CHAINS);
    int entry = chance.with("start").chance(60) ? length(chain) : chance.below(length(chain)) + 1;
    return new Place(host, "/hop/%d/%d".formatted(chain, entry));
  }

  /// Where a hop leads, when there is one at the place.
  Optional<Place> next(Place place) {
    var parts = place.target().split("/", -1);
    if (parts.length != 4 || !isSmallNumber(parts[2]) || !isSmallNumber(parts[3])) {
      return Optional.empty();
    }
    int first = Integer.parseInt(parts[2]);
    int second = Integer.parseInt(parts[3]);
    return switch (parts[1]) {
      case "hop" -> hop(place.host(), first, second);
      case "loop" -> loop(place.host(), first, second);
      default -> Optional.empty();
    };
  }

  private Optional<Place> hop(int host, int chain, int left) {
    if (chain >= CHAINS || left < 1 || left > length(chain)) {
      return Optional.empty();
    }
    boolean crosses = dice.with("crosses").with(chain).with(left).chance(10);
    int there = crosses ? (host + 1) % plan.hosts() : host;
    if (left == 1) {
      var layout = new Layout(dice, plan.pagesPerHost());
      int page = dice.with("end").with(chain).with(host).below(plan.pagesPerHost());
      return Optional.of(new Place(there, layout.target(there, page)));
    }
    return Optional.of(new Place(there, "/hop/%d/%d".formatted(chain, left - 1)));
  }

  private static Optional<Place> loop(int host, int length, int step) {
    return length >= 1 && length <= LOOPS && step < length
        ? Optional.of(new Place(host, "/loop/%d/%d".formatted(length, (step + 1) % length)))
        : Optional.empty();
  }

  private int length(int chain) {
    return 2 + dice.with("hops").with(chain).below(LONGEST - 1);
  }

  private static boolean isSmallNumber(String text) {
    return text.matches("[0-9]{1,3}");
  }
}
