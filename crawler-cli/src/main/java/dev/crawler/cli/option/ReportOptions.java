package dev.crawler.cli.option;

import dev.crawler.cli.command.Choice;
import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.terminal.LogFormat;
import dev.crawler.cli.terminal.Terminal;
import dev.crawler.cli.terminal.Verbosity;
import dev.crawler.core.record.RecordOutcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/// What a person and a script are told about the crawl. *Immutable.*
public final class ReportOptions {
  private static final List<RecordOutcome> FAILURES =
      List.of(RecordOutcome.FAILED, RecordOutcome.HTTP_ERROR, RecordOutcome.EXCLUDED);

  private final Setting<Set<RecordOutcome>> failOn =
      Setting.of(
          "--fail-on",
          "WHAT",
          Choice.of(ReportOptions::outcomes, "nothing", "failed", "http_error", "excluded"),
          "nothing",
          "failed, http_error, excluded (comma list): exit 3 if any occurs");
  private final Setting<Progress> progress =
      Setting.of(
          "--progress",
          "auto|on|off",
          OptionText.word(Progress.class),
          "auto",
          "a line on standard error with what limits the rate now; auto: on a terminal, and every "
              + "five seconds with --log-format json");
  private final Setting<Boolean> quiet =
      Setting.flag("-q, --quiet", "no progress, warnings or summary; errors only");
  private final Setting<Boolean> verbose =
      Setting.flag("-v, --verbose", "tell of paused hosts and of robots.txt that could not be had");
  private final Setting<Path> stats =
      Setting.optional("--stats", "FILE", Path::of, "end-of-run figures as JSON");

  private final Setting<LogFormat> logFormat =
      Setting.of(
          "--log-format",
          "text|json",
          OptionText.word(LogFormat.class),
          "text",
          "what standard error is written in; json: one object a line, with time, level, event, "
              + "message and fields");
  private final Setting<Destination> losses =
      Setting.withOptionalValue(
          "--report",
          "FILE",
          Destination::of,
          "-",
          "what was excluded or failed, and links out of scope: how often, by reason and host, "
              + "with an example; at the end, on standard error or in FILE");

  private final Setting<Integer> metricsPort =
      Setting.optional(
          "--metrics-port",
          "N",
          OptionText::port,
          "serve Prometheus figures at http://127.0.0.1:N/metrics while the crawl runs; 0 is any "
              + "free port, which is told");

  /// When to draw a status line.
  private enum Progress {
    AUTO,
    ON,
    OFF
  }

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of(
        "Reports", failOn, progress, quiet, verbose, logFormat, stats, losses, metricsPort);
  }

  /// The choices as a value; the terminal writes in the format chosen from now on.
  public ReportPlan plan(ParseResult parsed, Terminal terminal) {
    terminal.use(logFormat.in(parsed));
    var verbosity =
        quiet.in(parsed)
            ? Verbosity.QUIET
            : verbose.in(parsed) ? Verbosity.VERBOSE : Verbosity.NORMAL;
    boolean draws =
        switch (progress.in(parsed)) {
          case ON -> true;
          case OFF -> false;
          case AUTO -> terminal.isInteractive() || terminal.isLog();
        };
    return new ReportPlan(
        verbosity,
        draws && verbosity != Verbosity.QUIET,
        failOn.in(parsed),
        stats.given(parsed).orElse(null),
        losses.given(parsed).orElse(null),
        metricsPort.given(parsed).map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private static Set<RecordOutcome> outcomes(String text) {
    return text.equals("nothing")
        ? Set.of()
        : Arrays.stream(text.split(",", -1))
            .map(ReportOptions::outcome)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static RecordOutcome outcome(String word) {
    return FAILURES.stream()
        .filter(choice -> choice.label().equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () -> OptionText.refused(word, "one of nothing, failed, http_error, excluded"));
  }
}
