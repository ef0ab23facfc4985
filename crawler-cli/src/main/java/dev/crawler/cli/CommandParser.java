package dev.crawler.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    var help =
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build();
    return new CommandLine(CommandSpec.forAnnotatedObject(command).addOption(help))
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100);
  }

  private static CommandException refusal(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
        ? unknown(unmatched)
        : new CommandException(ExitCode.USAGE, lastClause(String.valueOf(e.getMessage())));
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

  /// picocli calls the value that is missing an unknown option before it says that it is missing.
  private static String lastClause(String message) {
    var line = message.lines().findFirst().orElse("");
    return line.substring(Math.max(0, line.indexOf("Expected parameter")));
  }
}
