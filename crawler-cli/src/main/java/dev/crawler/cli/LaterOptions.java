package dev.crawler.cli;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import java.util.Set;

/// Names of the contract that later versions fill: refused in a way that tells them from a
/// misspelling.
final class LaterOptions {
  private static final Set<String> OPTIONS = Set.of("--state", "--resume");

  private LaterOptions() {}

  /// Whether the argument, without a value after `=`, names an option to come.
  static boolean isOption(String argument) {
    return OPTIONS.contains(withoutValue(argument));
  }

  /// The refusal of one.
  static CommandException refusal(String name) {
    return new CommandException(ExitCode.USAGE, withoutValue(name) + " is not available yet");
  }

  private static String withoutValue(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }
}
