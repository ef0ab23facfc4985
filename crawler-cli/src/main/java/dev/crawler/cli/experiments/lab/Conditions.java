package dev.crawler.cli.experiments.lab;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.engine.CrawlEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the experiments were asked for, alike for all of them. *Immutable.*
///
/// @param engines that may take part
/// @param seed of site and chance
/// @param rounds in place of each experiment's own
/// @param isQuick whether it is but a rehearsal of seconds, whose figures show nothing
/// @param patience how long an engine may get nothing done
/// @param sources the project's own source tree, where it is known
public record Conditions(
    List<CrawlEngine> engines,
    int seed,
    OptionalInt rounds,
    boolean isQuick,
    Duration patience,
    Optional<Path> sources) {
  /// Copies the list.
  public Conditions {
    engines = List.copyOf(engines);
  }

  /// The source tree, for an experiment about it.
  ///
  /// @param need the experiment, and what it does with the sources
  /// @throws CommandException when there is none
  public Path checkout(String need) {
    return sources()
        .orElseThrow(() -> new CommandException(ExitCode.USAGE, need + ": run it in a checkout"));
  }
}
