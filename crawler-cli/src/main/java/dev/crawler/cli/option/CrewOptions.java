package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.Endpoint;
import dev.crawler.core.engine.Topology;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// Which processes do the work. What would have no effect is refused rather than left aside:
/// someone would wait for workers that nobody starts. *Immutable.*
public final class CrewOptions {
  private final Setting<Integer> workers =
      Setting.optional(
          "--workers",
          "N",
          OptionText.checked(OptionText::number, Crew::grid),
          "processes that crawl, started on this machine (default: " + Crew.WORKERS + ")");
  private final Setting<Topology> topology =
      Setting.of(
          "--topology",
          "grid|client",
          OptionText.word(Topology.class),
          "grid",
          "grid: start the workers and be one of their cluster; client: hand the crawl to a cluster"
              + " of crawler worker");
  private final Setting<List<Endpoint>> cluster =
      Setting.optional(
          "--cluster",
          "HOST:PORT,...",
          OptionText::endpoints,
          "members of that cluster; one that answers is enough");
  private final Setting<String> clusterName = clusterName("its name");

  /// The name of a cluster, here and in the command of its workers.
  public static Setting<String> clusterName(String description) {
    return Setting.optional(
        "--cluster-name",
        "NAME",
        OptionText.checked(OptionText::text, CrewOptions::requireName),
        description + " (default: " + Crew.NAME + ")");
  }

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of(
        "Processes, with --engine processes", workers, topology, cluster, clusterName);
  }

  /// The choices as a value.
  ///
  /// @throws CommandException when that engine makes nothing of them, or they contradict each other
  public Crew crew(ParseResult parsed, CrawlEngine engine) {
    if (!engine.takesCrew()) {
      refuse(parsed, group().settings(), "is for --engine processes");
      return Crew.DEFAULT;
    }
    return switch (topology.in(parsed)) {
      case GRID -> {
        refuse(parsed, List.of(cluster, clusterName), "is for --topology client");
        yield Crew.grid(workers.given(parsed).orElse(Crew.WORKERS));
      }
      case CLIENT -> {
        refuse(parsed, List.of(workers), "is for --topology grid; a cluster has its own workers");
        yield Crew.of(
            cluster.given(parsed).orElseThrow(CrewOptions::noCluster).stream()
                .map(Endpoint::toString)
                .toList(),
            clusterName.given(parsed).orElse(Crew.NAME));
      }
    };
  }

  private static void refuse(ParseResult parsed, List<Setting<?>> settings, String why) {
    for (var setting : settings) {
      if (setting.given(parsed).isPresent()) {
        throw new CommandException(ExitCode.USAGE, "--" + setting.name() + " " + why);
      }
    }
  }

  private static CommandException noCluster() {
    return new CommandException(ExitCode.USAGE, "--topology client needs --cluster HOST:PORT");
  }

  private static void requireName(String name) {
    new Crew(Crew.WORKERS, Topology.GRID, List.of(), name);
  }
}
