package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.job.WorkerJob;
import dev.crawler.cli.option.CrewOptions;
import dev.crawler.cli.option.ListenAddress;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.Endpoint;
import dev.crawler.core.engine.WorkerHost;
import dev.crawler.core.engine.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// Makes this process a worker of a cluster, until Ctrl-C. *Confined to the main thread.*
final class WorkerCommand implements Command {
  private final Streams streams;
  private final Setting<Endpoint> listen =
      Setting.optional(
          "--listen",
          "HOST:PORT",
          OptionText::endpoint,
          "where crawls and other workers reach this one (default: 127.0.0.1:5701, or the next port"
              + " that is free)");
  private final Setting<List<Endpoint>> join =
      Setting.optional(
          "--join",
          "HOST:PORT,...",
          OptionText::endpoints,
          "other workers of the cluster, this one among them or not; the first worker needs none");
  private final Setting<String> clusterName =
      CrewOptions.clusterName("only workers and crawls with the same name find each other");
  private final Setting<Path> folder =
      Setting.optional(
          "--folder",
          "DIR",
          Path::of,
          "keep records in DIR until a crawl fetches them (default: a temporary folder)");
  private final Setting<Boolean> expose =
      Setting.flag(
          "--expose", "listen on an address that other machines reach; in a closed network only");

  WorkerCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler worker [options]";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Join a cluster and work for the crawls that are submitted to it, until Ctrl-C.",
        "A crawl is submitted by: crawler crawl --engine processes --topology client --cluster"
            + " ...");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of(SettingGroup.of("Options", listen, join, clusterName, folder, expose));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "crawler worker",
        "crawler worker --join 127.0.0.1:5701",
        "crawler worker --listen 10.0.0.2:5701 --join 10.0.0.1:5701,10.0.0.2:5701 --expose");
  }

  @Override
  public boolean takesUrls() {
    return false;
  }

  @Override
  public ExitCode run(ParseResult parsed) throws IOException {
    var host =
        WorkerHost.find()
            .orElseThrow(() ->
                new CommandException(
                    ExitCode.USAGE, "no workers here: crawler-processes is not on the class path"));
    var address = new ListenAddress(listen.given(parsed), expose.in(parsed));
    try (var job = new WorkerJob(host, streams, folder.given(parsed))) {
      return job.run(
          new WorkerSettings(
              address.endpoint(),
              join.given(parsed).orElse(List.of()),
              clusterName.given(parsed).orElse(Crew.NAME),
              expose.in(parsed),
              job.folder()));
    }
  }
}
