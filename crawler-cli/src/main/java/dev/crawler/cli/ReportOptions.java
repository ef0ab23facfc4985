package dev.crawler.cli;

import dev.crawler.core.record.RecordOutcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What a person and a script are told about the crawl. *Confined to the main thread.*
final class ReportOptions {
  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      converter = FailOnText.class,
      description =
          "failed, http_error, excluded (comma list): exit 3 if any occurs (default: nothing)")
  private FailOn failOn = new FailOn(Set.of());

  @Option(
      names = "--progress",
      paramLabel = "auto|on|off",
      converter = ProgressWord.class,
      description =
          "a line on standard error with what limits the rate now; auto: on a terminal "
              + "(default: auto)")
  private ProgressMode progress = ProgressMode.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress, warnings or summary; errors only")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "tell of paused hosts and of robots.txt that could not be had")
  private boolean verbose;

  @Option(names = "--stats", paramLabel = "FILE", description = "end-of-run figures as JSON")
  private @Nullable Path stats;

  /// Outcomes that make the exit code 3.
  Set<RecordOutcome> failOn() {
    return failOn.outcomes();
  }

  /// Whether to draw a status line.
  boolean drawsProgress(Terminal terminal) {
    return switch (progress) {
      case ON -> !quiet;
      case OFF -> false;
      case AUTO -> !quiet && terminal.isInteractive();
    };
  }

  /// How much is said.
  Verbosity verbosity() {
    return quiet ? Verbosity.QUIET : verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
  }

  /// Where the figures go, or null.
  @Nullable Path stats() {
    return stats;
  }

  /// When to draw a status line.
  enum ProgressMode {
    AUTO,
    ON,
    OFF
  }

  /// How much is said on standard error.
  enum Verbosity {
    QUIET,
    NORMAL,
    VERBOSE
  }

  /// Outcomes that are taken for a failure of the whole.
  record FailOn(Set<RecordOutcome> outcomes) {}

  /// Reads a [ProgressMode].
  static final class ProgressWord extends OptionText.Word<ProgressMode> {
    ProgressWord() {
      super(ProgressMode.class);
    }
  }

  /// Reads `nothing` or a comma list of outcomes.
  static final class FailOnText implements ITypeConverter<FailOn> {
    private static final List<RecordOutcome> CHOICES =
        List.of(RecordOutcome.FAILED, RecordOutcome.HTTP_ERROR, RecordOutcome.EXCLUDED);

    @Override
    public FailOn convert(String text) {
      var outcomes = EnumSet.noneOf(RecordOutcome.class);
      if (!text.equals("nothing")) {
        Arrays.stream(text.split(",", -1)).map(FailOnText::outcome).forEach(outcomes::add);
      }
      return new FailOn(Set.copyOf(outcomes));
    }

    private static RecordOutcome outcome(String word) {
      return CHOICES.stream()
          .filter(choice -> choice.label().equals(word.strip()))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "'" + word + "' is none of nothing, failed, http_error, excluded"));
    }
  }
}
