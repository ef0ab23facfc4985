package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Difference;
import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.compare.result.Limitation;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.result.Proof;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Spread;
import dev.crawler.cli.compare.result.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Comparisons of engines that nobody wrote. *Immutable.*
///
/// @param engines who runs
/// @param rounds how often
/// @param spread of a round's luck, from the slowest to the fastest
/// @param headroom of the site
public record ModelComparison(
    List<ModelEngine> engines, int rounds, double spread, double headroom) {
  private static final List<ModelEngine> SIX =
      List.of(
          new ModelEngine("serial", 31, 1.9, 21, 118, 0),
          new ModelEngine("threads", 498, 2.4, 86, 196, 0),
          new ModelEngine("virtual", 561, 2.1, 27, 171, 0),
          new ModelEngine("callbacks", 552, 1.8, 26, 158, 3.1),
          new ModelEngine("vertx", 516, 2.0, 31, 183, 5.8),
          new ModelEngine("processes", 402, 3.9, 142, 604, 0));

  /// All six, whose two best no round tells apart.
  public static ModelComparison ofSix() {
    return new ModelComparison(SIX, 3, 0.08, 6.4);
  }

  /// Another spread.
  public ModelComparison spread(double value) {
    return new ModelComparison(engines, rounds, value, headroom);
  }

  ModelComparison rounds(int value) {
    return new ModelComparison(engines, value, spread, headroom);
  }

  ModelComparison headroom(double value) {
    return new ModelComparison(engines, rounds, spread, value);
  }

  ModelComparison only(ModelEngine... some) {
    return new ModelComparison(List.of(some), rounds, spread, headroom);
  }

  List<String> names() {
    return engines.stream().map(ModelEngine::name).toList();
  }

  /// The runs, by turns.
  List<EngineRun> runs() {
    return IntStream.rangeClosed(1, rounds)
        .boxed()
        .flatMap(round -> engines.stream().map(engine -> engine.run(round, spread)))
        .toList();
  }

  /// With the proof.
  public Comparison proven() {
    return comparison(List.of(), figures(), List.of("The machine has two cores for all of it."));
  }

  /// With differences instead, in which the site has its say.
  public Comparison unproven(String url, String text) {
    var difference =
        new Difference(
            Difference.Check.RECORDS, names().getLast(), 1, names().getFirst(), url, "title", text);
    return comparison(List.of(difference), List.of(), List.of());
  }

  private Comparison comparison(
      List<Difference> differences, List<EngineFigures> figures, List<String> cautions) {
    var setup =
        new Setup(
            new Target.EmbeddedSite(24, ModelEngine.PAGES, List.of("--pages", "2400")),
            List.of("--depth", "unlimited"),
            64,
            1,
            Duration.ofMillis(5),
            names(),
            rounds);
    var machine =
        new Machine(
            2, 8L << 30, "Linux 6.1 amd64", "AMD EPYC 7B13", "25.0.1 (Temurin)", List.of(), 0.4);
    var proof =
        new Proof(
            rounds * engines.size(),
            ModelEngine.PAGES + 31,
            "6f1c2b9a".repeat(8),
            ModelEngine.PAGES + 24,
            Proof.Witness.SERVER,
            differences);
    return new Comparison(
        Instant.parse("2026-11-28T21:40:00Z"),
        machine,
        setup,
        proof,
        Optional.of(new Headroom(3600, headroom)),
        runs(),
        figures,
        cautions);
  }

  private List<EngineFigures> figures() {
    double best = median("serial", true);
    return engines.stream()
        .map(engine -> figures(engine, best))
        .sorted(
            Comparator.comparingDouble(
                (EngineFigures one) -> -one.median(Quantity.PAGES_PER_SECOND)))
        .toList();
  }

  private EngineFigures figures(ModelEngine engine, double best) {
    var spreads = new EnumMap<Quantity, Spread>(Quantity.class);
    var own = runs().stream().filter(run -> run.engine().equals(engine.name())).toList();
    own.getFirst()
        .measured()
        .forEach((quantity, value) ->
            spreads.put(
                quantity,
                Spread.of(own.stream().map(run -> run.measured().orZero(quantity)).toList())));
    double speed = median(engine.name(), false);
    double serial = median("serial", false);
    return new EngineFigures(
        engine.name(),
        spreads,
        serial > 0 ? OptionalDouble.of(speed / serial) : OptionalDouble.empty(),
        speed / best,
        new Limitation(
            Limitation.Kind.CPU, "both cores were busy: the crawler with 1.2, the site with 0.7"));
  }

  /// Of one engine, or of the fastest.
  private double median(String engine, boolean fastest) {
    return engines.stream()
        .filter(one -> fastest || one.name().equals(engine))
        .mapToDouble(one ->
            Spread.of(
                    IntStream.rangeClosed(1, rounds)
                        .mapToObj(round -> one.run(round, spread).measured())
                        .map(measured -> measured.orZero(Quantity.PAGES_PER_SECOND))
                        .toList())
                .median())
        .max()
        .orElse(0);
  }
}
