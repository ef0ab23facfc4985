package dev.crawler.cli.experiments.finding;

/// One clause of a hypothesis, held against the rows. *Immutable.*
///
/// @param clause as it was put before the run
/// @param verdict that the rows give
/// @param evidence the numbers that give it, in a sentence or two
public record Finding(String clause, Verdict verdict, String evidence) {
  /// One that rows confirm or refute.
  public static Finding of(String clause, boolean holds, String evidence) {
    return new Finding(clause, Verdict.of(holds), evidence);
  }

  /// One that they leave open.
  public static Finding untold(String clause, String why) {
    return new Finding(clause, Verdict.UNTOLD, why);
  }
}
