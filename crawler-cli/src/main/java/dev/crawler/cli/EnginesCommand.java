package dev.crawler.cli;

import dev.crawler.core.engine.CrawlEngines;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// Lists the engines on the class path.
@Command(
    name = "crawler engines",
    customSynopsis = "crawler engines",
    description = "List the engines found: name, where state lives, how it waits.")
final class EnginesCommand implements Callable<ExitCode> {
  private final Streams streams;

  EnginesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public ExitCode call() {
    streams.print(
        CrawlEngines.all().stream()
            .map(engine -> "%-10s %s%n".formatted(engine.name(), engine.describe()))
            .collect(Collectors.joining()));
    return ExitCode.DONE;
  }
}
