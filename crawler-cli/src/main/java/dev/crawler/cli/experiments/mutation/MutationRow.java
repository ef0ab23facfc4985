package dev.crawler.cli.experiments.mutation;

import dev.crawler.cli.experiments.raw.Row;
import java.util.Locale;

/// What became of one mutant, or of the sound engine for comparison. *Immutable.*
///
/// @param engine whose safety line it was
/// @param mutation its name; empty for the sound engine
/// @param file where the line is
/// @param why the line is there
/// @param verdict of the shared suite
/// @param by which test noticed, or hung, or how many passed
/// @param own the engine's own tests that noticed what the shared suite did not; else empty
/// @param runs of the shared suite that it took: what survives once is asked again
/// @param seconds of the last run of the shared suite
public record MutationRow(
    String engine,
    String mutation,
    String file,
    String why,
    Verdict verdict,
    String by,
    String own,
    int runs,
    double seconds) {
  /// The kind of the raw rows.
  static final String KIND = "mutant";

  /// As raw data.
  Row row() {
    return Row.of(KIND)
        .with(Row.ENGINE, engine)
        .with("mutation", mutation)
        .with("file", file)
        .with("why", why)
        .with("verdict", verdict.name().toLowerCase(Locale.ROOT))
        .with("by", by)
        .with("own", own)
        .with("runs", runs)
        .with("seconds", seconds);
  }

  /// What the shared suite makes of it.
  public enum Verdict {
    /// A test failed.
    NOTICED,
    /// All tests passed.
    SURVIVED,
    /// A test never ended: a person would notice, the suite does not say.
    HUNG,
    /// The mutant is no Java: a mistake in the list.
    NOT_COMPILING,
    /// The sound engine passed.
    SOUND,
    /// The sound engine did not pass here: what is said of its mutants is not worth much.
    UNSOUND
  }
}
