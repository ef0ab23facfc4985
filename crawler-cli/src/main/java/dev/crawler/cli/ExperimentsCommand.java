package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.Experiments;
import dev.crawler.cli.experiments.ExperimentsJob;
import dev.crawler.cli.experiments.page.ResultFolder;
import dev.crawler.cli.option.ExperimentOptions;
import dev.crawler.cli.terminal.Streams;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/// Runs named experiments. *Confined to the main thread.*
final class ExperimentsCommand implements Command {
  private final Streams streams;
  private final ExperimentOptions options = new ExperimentOptions();

  ExperimentsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler experiments [options] [NAME...]";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Run experiments that compare the engines, all or those named: each a series of contests"
            + " as",
        "crawler compare has them, with a hypothesis that the raw data confirm or refute. Raw"
            + " data,",
        "charts and a page go to a folder. All together take about half an hour; --list tells"
            + " names.");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of(options.group());
  }

  @Override
  public List<String> examples() {
    return List.of(
        "crawler experiments --list",
        "crawler experiments -o results little memory",
        "crawler experiments --quick -o rehearsal");
  }

  @Override
  public boolean takesUrls() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult parsed) throws IOException {
    List<String> names = parsed.matchedPositionalValue(0, List.of());
    var chosen =
        names.isEmpty()
            ? Experiments.all()
            : names.stream().distinct().map(ExperimentsCommand::named).toList();
    if (options.isList(parsed)) {
      streams.print(
          chosen.stream()
              .map(experiment -> "%-11s %s%n".formatted(experiment.name(), experiment.question()))
              .collect(Collectors.joining()));
      return ExitCode.DONE;
    }
    var conditions = options.conditions(parsed);
    var results = ResultFolder.at(options.folder(parsed), Experiments.all());
    return new ExperimentsJob(streams, conditions, results).run(chosen);
  }

  private static Experiment named(String name) {
    return Experiments.named(name)
        .orElseThrow(() ->
            new CommandException(
                ExitCode.USAGE,
                "unknown experiment %s; there are %s"
                    .formatted(
                        name,
                        Experiments.all().stream()
                            .map(Experiment::name)
                            .collect(Collectors.joining(", ")))));
  }
}
