package dev.crawler.cli.experiments.finding;

import dev.crawler.cli.experiments.chart.Picture;
import java.util.List;

/// What an experiment comes to. *Immutable.*
///
/// @param findings one for each clause of the hypothesis
/// @param paragraph what it shows, losses included, and what not
/// @param pictures charts
/// @param tables figures
public record Findings(
    List<Finding> findings, String paragraph, List<Picture> pictures, List<Table> tables) {
  /// Copies the lists.
  public Findings {
    findings = List.copyOf(findings);
    pictures = List.copyOf(pictures);
    tables = List.copyOf(tables);
  }

  /// What became of the hypothesis as a whole.
  public Verdict verdict() {
    return Verdict.of(findings.stream().map(Finding::verdict).toList());
  }
}
