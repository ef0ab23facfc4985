package dev.crawler.cli.option;

import dev.crawler.cli.terminal.Verbosity;
import dev.crawler.core.record.RecordOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is told about a crawl, and how. *Immutable.*
///
/// @param verbosity how much is said
/// @param drawsProgress whether there is a status line
/// @param failOn outcomes that make the exit code 3
/// @param stats where the figures go, or null
/// @param losses where the report of what was not got goes, or null
/// @param metricsPort where figures are served meanwhile, 0 for any free port
public record ReportPlan(
    Verbosity verbosity,
    boolean drawsProgress,
    Set<RecordOutcome> failOn,
    @Nullable Path stats,
    @Nullable Destination losses,
    OptionalInt metricsPort) {
  /// Copies the set.
  public ReportPlan {
    failOn = Set.copyOf(failOn);
  }

  /// The files that will be written at the end.
  public List<Path> files() {
    return Stream.of(stats, losses instanceof Destination.File(var file) ? file : null)
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
