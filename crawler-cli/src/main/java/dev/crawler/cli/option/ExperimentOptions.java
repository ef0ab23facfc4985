package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.experiments.lab.Conditions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParseResult;

/// What experiments are run with, and where what they show goes. *Immutable.*
public final class ExperimentOptions {
  private final Setting<Boolean> list =
      Setting.flag("--list", "tell the names and what each asks, and run nothing");
  private final Setting<Path> folder =
      Setting.of(
          "-o, --output",
          "DIR",
          Path::of,
          "experiments",
          "folder for raw data, charts and the page; made if need be");
  private final Setting<Boolean> quick =
      Setting.flag("--quick", "a rehearsal of seconds, with sizes whose figures show nothing");
  private final Setting<Integer> seed =
      Setting.of("--seed", "N", OptionText::number, "1", "the site is a pure function of it");
  private final Setting<Integer> rounds =
      Setting.optional(
          "--rounds",
          "N",
          OptionText.atLeast(1),
          "how often each crawls (default: each experiment's own number)");
  private final Setting<Path> sources =
      Setting.optional(
          "--sources",
          "DIR",
          Path::of,
          "the source tree of this project, for experiments about it (default: this folder, where"
              + " it is one)");
  private final Setting<Duration> patience =
      Setting.of(
          "--patience",
          "D",
          OptionText::lasting,
          "2m",
          "an engine that gets nothing done for so long is ended, and the proof fails");
  private final ContestOptions contest = new ContestOptions();

  /// For the help and the parser.
  public SettingGroup group() {
    var engines = contest.group().only("engines").settings().getFirst();
    return SettingGroup.of(
        "Experiments", list, folder, quick, seed, rounds, engines, sources, patience);
  }

  /// Whether only names are asked for.
  public boolean isList(ParseResult parsed) {
    return list.in(parsed);
  }

  /// Where what they show goes.
  public Path folder(ParseResult parsed) {
    return folder.in(parsed);
  }

  /// The choices as a value.
  public Conditions conditions(ParseResult parsed) {
    return new Conditions(
        contest.engines(parsed),
        seed.in(parsed),
        rounds.given(parsed).map(OptionalInt::of).orElse(OptionalInt.empty()),
        quick.in(parsed),
        patience.in(parsed),
        sources
            .given(parsed)
            .or(() -> Optional.of(Path.of("")).filter(ExperimentOptions::isSourceTree)));
  }

  private static boolean isSourceTree(Path folder) {
    return Files.isRegularFile(folder.resolve("crawler-core/pom.xml"));
  }
}
