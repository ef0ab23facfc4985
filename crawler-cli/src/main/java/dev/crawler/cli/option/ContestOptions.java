package dev.crawler.cli.option;

import dev.crawler.cli.command.Choice;
import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.compare.Showing;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.report.ReportFile;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlEngines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// Which engines are compared, how often, and where the result goes. *Immutable.*
public final class ContestOptions {
  private final Setting<List<String>> engines =
      Setting.optional(
          "--engines",
          "LIST",
          new Choice<>(ContestOptions::list, ContestOptions::names),
          "comma list of engines (default: all that are found); see crawler engines");
  private final Setting<Integer> rounds;
  private final Setting<Path> json =
      Setting.optional(
          "--json", "FILE", Path::of, "the whole result as JSON; docs/comparison-format.md");
  private final Setting<Path> html =
      Setting.optional(
          "--html", "FILE", Path::of, "the whole result as a page with charts, in one file");
  private final Setting<Boolean> watch =
      Setting.flag("--watch", "show the race live on a page of this machine; its address is told");
  private final Setting<Duration> patience =
      Setting.of(
          "--patience",
          "D",
          OptionText::lasting,
          "2m",
          "an engine that gets nothing done for so long is ended, and the proof fails");

  /// @param usualRounds how often each crawls where nothing else is asked for
  public ContestOptions(int usualRounds) {
    rounds =
        Setting.of(
            "--rounds",
            "N",
            OptionText.atLeast(1),
            String.valueOf(usualRounds),
            "how often each crawls; medians are shown");
  }

  /// Three rounds, where nothing else is asked for.
  public ContestOptions() {
    this(3);
  }

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Comparison", engines, rounds, json, html, watch, patience);
  }

  /// The engines, in the order given.
  ///
  /// @throws CommandException when one is not there, or named twice
  public List<CrawlEngine> engines(ParseResult parsed) {
    var all = CrawlEngines.all();
    if (all.isEmpty()) {
      throw new CommandException(ExitCode.FAILED, "no engine found");
    }
    return engines
        .given(parsed)
        .map(names -> names.stream().map(ContestOptions::named).toList())
        .orElse(all);
  }

  /// How often each engine crawls.
  public int rounds(ParseResult parsed) {
    return rounds.in(parsed);
  }

  /// What becomes of the result, besides the text.
  ///
  /// @throws CommandException when a file cannot be written
  public Showing showing(ParseResult parsed) {
    json.given(parsed).ifPresent(ReportFile::requireWritable);
    html.given(parsed).ifPresent(ReportFile::requireWritable);
    return new Showing(json.given(parsed), html.given(parsed), watch.in(parsed));
  }

  /// How long an engine may get nothing done.
  public Duration patience(ParseResult parsed) {
    return patience.in(parsed);
  }

  private static List<String> list(String text) {
    var names = Stream.of(text.split(",", -1)).map(String::strip).toList();
    if (names.stream().anyMatch(String::isEmpty) || new HashSet<>(names).size() < names.size()) {
      throw OptionText.refused(text, "a comma list of engines, each once");
    }
    return names;
  }

  private static List<String> names() {
    return CrawlEngines.all().stream().map(CrawlEngine::name).toList();
  }

  private static CrawlEngine named(String name) {
    try {
      return CrawlEngines.named(name);
    } catch (NoSuchElementException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
