package dev.crawler.cli.experiments.mutation;

import java.time.Duration;

/// How thoroughly mutants are tried. *Immutable.*
///
/// @param jobs tried at once
/// @param most mutants of each list
/// @param asked how often the suite is asked about a mutant that survives, which may be luck
/// @param compares whether the sound engines are tried first
/// @param patience with a crawl that does not end
/// @param silence after which a test that nothing ends counts as one that hangs
public record MutationTerms(
    int jobs, int most, int asked, boolean compares, Duration patience, Duration silence) {
  /// All of them.
  public static final MutationTerms FULL =
      new MutationTerms(
          2, Integer.MAX_VALUE, 1, true, Duration.ofSeconds(20), Duration.ofSeconds(75));

  /// One of each engine, to see that it works.
  public static final MutationTerms QUICK =
      new MutationTerms(2, 1, 1, false, Duration.ofSeconds(20), Duration.ofSeconds(75));
}
