package dev.crawler.cli.option;

import dev.crawler.cli.terminal.Verbosity;
import dev.crawler.core.record.RecordOutcome;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is told about a crawl, and how. *Immutable.*
///
/// @param verbosity how much is said
/// @param drawsProgress whether there is a status line
/// @param failOn outcomes that make the exit code 3
/// @param stats where the figures go, or null
public record ReportPlan(
    Verbosity verbosity, boolean drawsProgress, Set<RecordOutcome> failOn, @Nullable Path stats) {
  /// Copies the set.
  public ReportPlan {
    failOn = Set.copyOf(failOn);
  }
}
