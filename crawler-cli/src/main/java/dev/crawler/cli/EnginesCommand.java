package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.core.engine.CrawlEngines;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/// Lists the engines on the class path. *Confined to the main thread.*
final class EnginesCommand implements Command {
  private final Streams streams;

  EnginesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler engines";
  }

  @Override
  public List<String> description() {
    return List.of("List the engines found: name, where state lives, how it waits.");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of();
  }

  @Override
  public boolean takesUrls() {
    return false;
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    streams.print(
        CrawlEngines.all().stream()
            .map(engine -> "%-10s %s%n".formatted(engine.name(), engine.describe()))
            .collect(Collectors.joining()));
    return ExitCode.DONE;
  }
}
