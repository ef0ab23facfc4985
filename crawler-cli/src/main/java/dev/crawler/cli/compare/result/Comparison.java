package dev.crawler.cli.compare.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Several engines, the same crawl. *Immutable.*
///
/// @param startedAt when the first engine began
/// @param machine that it ran on
/// @param setup what was crawled, how and by whom
/// @param proof whether all did the same work
/// @param headroom of the site, where it is ours
/// @param runs one for each engine and round, in the order in which they ran
/// @param figures of each engine, fastest first; empty where the proof does not hold
/// @param cautions what cannot be concluded, a sentence each
public record Comparison(
    Instant startedAt,
    Machine machine,
    Setup setup,
    Proof proof,
    Optional<Headroom> headroom,
    List<EngineRun> runs,
    List<EngineFigures> figures,
    List<String> cautions) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException when there are figures of what was not proven to be equal
  public Comparison {
    runs = List.copyOf(runs);
    figures = List.copyOf(figures);
    cautions = List.copyOf(cautions);
    if (!proof.holds() && !figures.isEmpty()) {
      throw new IllegalArgumentException("no figures without the proof");
    }
  }
}
