package dev.crawler.cli.experiments.finding;

import java.util.Collection;

/// What became of a hypothesis.
public enum Verdict {
  /// The rows are as it says.
  HELD("held"),
  /// They are not.
  FAILED("failed"),
  /// They do not tell: too few, too close, or not to be seen on such a machine.
  UNTOLD("cannot be told here");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /// For a person.
  public String words() {
    return words;
  }

  /// Held or failed.
  public static Verdict of(boolean holds) {
    return holds ? HELD : FAILED;
  }

  /// That of a whole: failed when a part is, held when all parts are.
  public static Verdict of(Collection<Verdict> parts) {
    if (parts.contains(FAILED)) {
      return FAILED;
    }
    return parts.isEmpty() || parts.contains(UNTOLD) ? UNTOLD : HELD;
  }
}
