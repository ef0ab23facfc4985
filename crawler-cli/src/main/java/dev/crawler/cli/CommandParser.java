package dev.crawler.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reads the arguments of one command and runs it. A mistake ends as one line, with a suggestion
/// where there is one; picocli's own answer would be a page.
final class CommandParser {
  private CommandParser() {}

  /// Fills the command from the arguments and calls it, unless its help was asked for.
  static ExitCode run(Callable<ExitCode> command, List<String> arguments, Streams streams)
      throws Exception {
    var parser = parser(command);
    try {
      parser.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw refusal(e);
    }
    if (parser.isUsageHelpRequested()) {
      streams.print(parser.getUsageMessage(Ansi.OFF));
      return ExitCode.DONE;
    }
    return command.call();
  }

  /// A parser that takes no option for the value of another.
  static CommandLine parser(Object command) {
    return new CommandLine(command)
        .setUnmatchedOptionsAllowedAsOptionParams(false)
        .setUsageHelpWidth(100)
        .setAbbreviatedOptionsAllowed(false);
  }

  private static CommandException refusal(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> unknown(unmatched);
      default -> new CommandException(ExitCode.USAGE, firstLine(e.getMessage()));
    };
  }

  private static CommandException unknown(UnmatchedArgumentException e) {
    var argument = e.getUnmatched().getFirst();
    if (LaterOptions.isOption(argument)) {
      return LaterOptions.refusal(argument);
    }
    var suggestions = e.getSuggestions();
    var message = "unknown option " + argument;
    return new CommandException(
        ExitCode.USAGE,
        suggestions.isEmpty()
            ? message
            : message + "; did you mean " + suggestions.getFirst() + "?");
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
