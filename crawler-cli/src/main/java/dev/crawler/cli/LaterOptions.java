package dev.crawler.cli;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import java.util.Set;

/// Names of the contract that later versions fill: refused in a way that tells them from a
/// misspelling.
final class LaterOptions {
  private static final Set<String> COMMANDS = Set.of("compare");

  private LaterOptions() {}

  /// Whether the word is a command to come.
  static boolean isCommand(String word) {
    return COMMANDS.contains(word);
  }

  /// Its refusal.
  static CommandException refusal(String name) {
    return new CommandException(ExitCode.USAGE, name + " is not available yet");
  }
}
