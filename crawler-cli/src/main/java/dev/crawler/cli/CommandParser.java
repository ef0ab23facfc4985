package dev.crawler.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
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

  /// A parser that takes no option for the value of another. Of an option given twice the last
  /// counts, so that a script's defaults can be overridden by appending.
  static CommandLine parser(Object command) {
    var help =
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build();
    var line = new CommandLine(CommandSpec.forAnnotatedObject(command).addOption(help));
    line.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, CommandParser::optionList);
    return line.setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setOverwrittenOptionsAllowed(true)
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100);
  }

  /// The command's own options, then those of each mixin under its name. Argument groups would give
  /// headings too, but a group resets its other options when one of them is given again.
  private static String optionList(Help help) {
    var mixins = help.commandSpec().mixins();
    var own = new ArrayList<>(help.commandSpec().options());
    mixins.values().forEach(mixin -> own.removeAll(mixin.options()));
    var text = new StringBuilder(layout(help, own));
    mixins.forEach((name, mixin) ->
        text.append("\n").append(name).append("\n").append(layout(help, mixin.options())));
    return text.toString();
  }

  private static String layout(Help help, List<OptionSpec> options) {
    var layout = help.createDefaultLayout();
    layout.addOptions(options, help.parameterLabelRenderer());
    return layout.toString();
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
