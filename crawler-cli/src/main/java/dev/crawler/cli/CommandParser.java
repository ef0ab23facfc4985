package dev.crawler.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.config.Configuration;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.terminal.Streams;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reads the arguments of one command and runs it. A mistake ends as one line, with a suggestion
/// where there is one; picocli's own answer would be a page.
final class CommandParser {
  private CommandParser() {}

  /// Runs the command with these arguments, unless its help was asked for.
  static ExitCode run(Command command, List<String> arguments, Streams streams) throws Exception {
    var parser = parser(command);
    try {
      var parsed = parser.parseArgs(arguments.toArray(String[]::new));
      if (!parsed.isUsageHelpRequested()) {
        var configuration =
            new Configuration(command, streams.environment(), () -> Commands.allOptions(streams));
        var given = with(parser, parsed, configuration.arguments(parsed));
        return command.run(with(parser, given, command.remembered(given)));
      }
    } catch (ParameterException e) {
      throw refusal(e);
    }
    streams.print(parser.getUsageMessage(Ansi.OFF));
    return ExitCode.DONE;
  }

  /// The arguments with further ones before them. Mistakes in these were found.
  private static ParseResult with(CommandLine parser, ParseResult parsed, List<String> further) {
    return further.isEmpty()
        ? parsed
        : parser.parseArgs(
            Stream.concat(further.stream(), parsed.originalArgs().stream()).toArray(String[]::new));
  }

  /// A parser that takes no option for the value of another. Of an option given twice the last
  /// counts, so that a script's defaults can be overridden by appending.
  static CommandLine parser(Command command) {
    var help =
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build();
    var spec = CommandSpec.create().name("crawler").addOption(help);
    var groups = Configuration.groups(command);
    for (var group : groups) {
      group.settings().forEach(setting -> spec.addOption(setting.spec()));
    }
    if (command.takesUrls()) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index("0..*")
              .arity("0..*")
              .hidden(true) // the synopsis says it
              .paramLabel("URL")
              .type(List.class)
              .auxiliaryTypes(String.class)
              .build());
    }
    spec.usageMessage()
        .customSynopsis(command.synopsis())
        .description(command.description().toArray(String[]::new))
        .footer(examples(command));
    var line = new CommandLine(spec);
    line.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, page -> optionList(page, groups, help));
    return line.setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setOverwrittenOptionsAllowed(true)
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100);
  }

  private static String[] examples(Command command) {
    var examples = command.examples().stream().map(example -> "  " + example);
    return command.examples().isEmpty()
        ? new String[0]
        : Stream.concat(Stream.of("", "Examples"), examples).toArray(String[]::new);
  }

  private static String optionList(Help page, List<SettingGroup> groups, OptionSpec help) {
    var text = new StringBuilder();
    for (var group : groups) {
      var specs = group.settings().stream().map(Setting::spec).toList();
      text.append("\n").append(group.heading()).append("\n").append(layout(page, specs));
    }
    return text.append("\n").append(layout(page, List.of(help))).toString();
  }

  private static String layout(Help page, List<OptionSpec> options) {
    var layout = page.createDefaultLayout();
    layout.addOptions(options, page.parameterLabelRenderer());
    return layout.toString();
  }

  private static CommandException refusal(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
        ? unknown(unmatched)
        : new CommandException(ExitCode.USAGE, lastClause(String.valueOf(e.getMessage())));
  }

  private static CommandException unknown(UnmatchedArgumentException e) {
    var argument = e.getUnmatched().getFirst();
    var suggestions = e.getSuggestions();
    var kind = argument.startsWith("-") ? "unknown option " : "unexpected argument ";
    return new CommandException(
        ExitCode.USAGE,
        suggestions.isEmpty()
            ? kind + argument
            : kind + argument + "; did you mean " + suggestions.getFirst() + "?");
  }

  /// picocli calls the value that is missing an unknown option before it says that it is missing.
  private static String lastClause(String message) {
    var line = message.lines().findFirst().orElse("");
    return line.substring(Math.max(0, line.indexOf("Expected parameter")));
  }
}
