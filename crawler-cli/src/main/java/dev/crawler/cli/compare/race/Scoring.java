package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.result.Proof;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Spread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Makes figures of proven crawls. *Immutable.*
///
/// @param setup of the comparison
/// @param machine that it ran on
/// @param siteRate requests in a second that the site can serve, where it is ours
record Scoring(Setup setup, Machine machine, OptionalDouble siteRate) {
  private static final String BASE = "serial";

  /// The comparison; without figures where the proof does not hold.
  Comparison of(Instant startedAt, Proof proof, List<EngineRun> runs) {
    var spreads = proof.holds() ? spreads(runs) : Map.<String, Map<Quantity, Spread>>of();
    var headroom = headroom(spreads);
    var figures = figures(spreads, headroom);
    return new Comparison(
        startedAt,
        machine,
        setup,
        proof,
        headroom,
        runs,
        figures,
        new Cautions(setup, machine, headroom).about(figures));
  }

  private static Map<String, Map<Quantity, Spread>> spreads(List<EngineRun> runs) {
    var byEngine = new LinkedHashMap<String, List<EngineRun>>();
    runs.forEach(run -> byEngine.computeIfAbsent(run.engine(), _ -> new ArrayList<>()).add(run));
    var spreads = new LinkedHashMap<String, Map<Quantity, Spread>>();
    byEngine.forEach((engine, crawls) -> spreads.put(engine, spreadsOf(crawls)));
    return spreads;
  }

  private static Map<Quantity, Spread> spreadsOf(List<EngineRun> crawls) {
    var spreads = new EnumMap<Quantity, Spread>(Quantity.class);
    for (var quantity : Quantity.values()) {
      var values =
          crawls.stream().flatMap(run -> run.measured().of(quantity).stream().boxed()).toList();
      if (values.size() == crawls.size()) {
        spreads.put(quantity, Spread.of(values));
      }
    }
    return spreads;
  }

  private List<EngineFigures> figures(
      Map<String, Map<Quantity, Spread>> spreads, Optional<Headroom> headroom) {
    double best = spreads.values().stream().mapToDouble(Scoring::pace).max().orElse(0);
    var base = Optional.ofNullable(spreads.get(BASE)).map(Scoring::pace).filter(pace -> pace > 0);
    var limits = new Limits(setup, machine, headroom);
    var figures = new ArrayList<EngineFigures>();
    spreads.forEach((engine, of) ->
        figures.add(
            new EngineFigures(
                engine,
                of,
                base.map(pace -> OptionalDouble.of(pace(of) / pace))
                    .orElseGet(OptionalDouble::empty),
                best > 0 ? pace(of) / best : 0,
                limits.of(of, pace(of) >= best))));
    figures.sort(
        Comparator.comparingDouble(
            (EngineFigures engine) -> -engine.median(Quantity.PAGES_PER_SECOND)));
    return figures;
  }

  /// By requests, for that is what a site serves.
  private Optional<Headroom> headroom(Map<String, Map<Quantity, Spread>> spreads) {
    double most =
        spreads.values().stream()
            .mapToDouble(of ->
                median(of, Quantity.REQUESTS) * 1e3 / Math.max(1, median(of, Quantity.CRAWL_MS)))
            .max()
            .orElse(0);
    return siteRate.isPresent() && most > 0
        ? Optional.of(new Headroom(siteRate.getAsDouble(), siteRate.getAsDouble() / most))
        : Optional.empty();
  }

  private static double pace(Map<Quantity, Spread> spreads) {
    return median(spreads, Quantity.PAGES_PER_SECOND);
  }

  private static double median(Map<Quantity, Spread> spreads, Quantity quantity) {
    var spread = spreads.get(quantity);
    return spread == null ? 0 : spread.median();
  }
}
