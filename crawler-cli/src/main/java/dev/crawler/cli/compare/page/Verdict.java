package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.compare.result.Quantity;
import java.util.List;

/// What may be said of who is fastest. A winner is one that was ahead of every other in each of
/// several rounds, at proven equal work, on a site that could have served more. *Immutable.*
public sealed interface Verdict {
  /// The work was not equal: nothing may be said.
  record Unproven() implements Verdict {}

  /// There is nobody to compare with.
  record Alone(String engine) implements Verdict {}

  /// One round tells nothing of chance.
  record OneRound(String first) implements Verdict {}

  /// What was measured may be the site.
  record SiteBound(String first, double times) implements Verdict {}

  /// The rounds do not tell these apart.
  record Equal(List<String> engines, int rounds) implements Verdict {
    /// Copies the list.
    public Equal {
      engines = List.copyOf(engines);
    }
  }

  /// One is fastest.
  ///
  /// @param times its pages per second by those of the next
  record Winner(String engine, double times, String next, int rounds) implements Verdict {}

  /// That of a comparison.
  static Verdict of(Comparison comparison) {
    var figures = comparison.figures();
    if (!comparison.proof().holds() || figures.isEmpty()) {
      return new Unproven();
    }
    int rounds = comparison.setup().rounds();
    var lead = Lead.ofMost(Quantity.PAGES_PER_SECOND, figures).orElseThrow();
    var first = lead.first().engine();
    if (figures.size() == 1) {
      return new Alone(first);
    }
    var scarce = comparison.headroom().filter(headroom -> !headroom.isEnough());
    if (scarce.isPresent()) {
      return new SiteBound(first, scarce.map(Headroom::times).orElseThrow());
    }
    if (rounds < 2) {
      return new OneRound(first);
    }
    if (!lead.isClear()) {
      return new Equal(lead.names(), rounds);
    }
    var next = lead.followers().getFirst();
    double times =
        lead.first().median(Quantity.PAGES_PER_SECOND) / next.median(Quantity.PAGES_PER_SECOND);
    return new Winner(first, times, next.engine(), rounds);
  }
}
