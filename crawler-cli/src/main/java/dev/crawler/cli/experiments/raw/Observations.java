package dev.crawler.cli.experiments.raw;

import dev.crawler.cli.compare.result.Machine;
import java.time.Instant;
import java.util.List;

/// Everything that one run of an experiment has measured. *Immutable.*
///
/// @param experiment its name
/// @param startedAt when
/// @param command that repeats it
/// @param machine that it ran on
/// @param seed of site and chance
/// @param isQuick whether it was but a rehearsal, with sizes that show nothing
/// @param points its contests, where it has some
/// @param rows what was measured
public record Observations(
    String experiment,
    Instant startedAt,
    String command,
    Machine machine,
    int seed,
    boolean isQuick,
    List<Point> points,
    Rows rows) {
  /// Version of the JSON form.
  public static final int SCHEMA = 1;

  /// Copies the list.
  public Observations {
    points = List.copyOf(points);
  }

  /// The contests that were none, because the work was not equal.
  public List<Point> unequal() {
    return points.stream().filter(point -> !point.isEqual()).toList();
  }
}
