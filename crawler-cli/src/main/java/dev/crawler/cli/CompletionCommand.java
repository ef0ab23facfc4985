package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.completion.CompletionScript;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.terminal.Streams;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/// Prints a completion script. One script serves both shells. *Confined to the main thread.*
final class CompletionCommand implements Command {
  private static final Set<String> SHELLS = Set.of("bash", "zsh");

  private final Streams streams;

  CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler generate-completion [bash|zsh]";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Print a script that completes commands, options, their words and file names.",
        "It serves both shells: source <(crawler generate-completion)");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of();
  }

  @Override
  public List<String> examples() {
    return List.of("source <(crawler generate-completion)");
  }

  @Override
  public boolean takesUrls() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    List<String> shells = parsed.matchedPositionalValue(0, List.of());
    if (shells.size() > 1 || !SHELLS.containsAll(shells)) {
      throw new CommandException(
          ExitCode.USAGE, "'" + String.join(" ", shells) + "' is not one of bash, zsh");
    }
    streams.print(new CompletionScript(Commands.options(streams)).text());
    return ExitCode.DONE;
  }
}
