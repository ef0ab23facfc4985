package dev.crawler.cli.job;

import static java.util.Objects.requireNonNull;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.option.KeptCrawl;
import dev.crawler.cli.option.Output;
import dev.crawler.core.journal.UnusableStateException;
import dev.crawler.core.record.UnwritableException;
import dev.crawler.core.session.ReserveException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a crawl could not go on, in one line for a person: a list that cannot be read on, an output
/// or a state that takes no more, or a fault. *Immutable.*
///
/// @param output of the crawl
/// @param sink that remembers what it met
record Diagnosis(Output output, TallySink sink) {
  /// What a run failed with.
  ///
  /// @param cause as the engine tells it, if it does
  CommandException of(@Nullable Throwable cause) {
    return switch (cause) {
      case CommandException known -> known;
      case UnwritableException full -> new CommandException(ExitCode.OUTPUT, told(full));
      case UnusableStateException unusable -> new CommandException(ExitCode.STATE, told(unusable));
      case null, default ->
          sink.error()
              .map(error -> CommandException.unwritable(output.name(), error))
              .or(() -> output.kept().flatMap(KeptCrawl::failure))
              .or(() -> unkept(cause))
              .or(output.archive()::failure)
              .or(() -> unreadable(cause))
              .orElseGet(
                  () -> new CommandException(ExitCode.FAILED, "the crawl failed: " + told(cause)));
    };
  }

  /// What waits far back could not be kept on disk: an output that cannot be written, too.
  private static Optional<CommandException> unkept(@Nullable Throwable cause) {
    return cause instanceof ReserveException full
        ? Optional.of(
            CommandException.unwritable("the URLs that wait", requireNonNull(full.getCause())))
        : Optional.empty();
  }

  /// A journal is read where nobody expects that reading fails.
  private Optional<CommandException> unreadable(@Nullable Throwable cause) {
    return cause instanceof UncheckedIOException e && output.kept().isPresent()
        ? Optional.of(
            new CommandException(
                ExitCode.STATE,
                "cannot read the state: " + CommandException.why(requireNonNull(e.getCause()))))
        : Optional.empty();
  }

  /// What the surroundings did says all in its message; a fault of ours says what it is.
  private static String told(@Nullable Throwable cause) {
    var message = cause instanceof IOException ? cause.getMessage() : null;
    return message == null ? String.valueOf(cause) : message;
  }
}
