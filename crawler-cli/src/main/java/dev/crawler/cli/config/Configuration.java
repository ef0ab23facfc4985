package dev.crawler.cli.config;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.ParseResult;

/// Options of a command from three places: the command line, before the environment, before a file.
/// Of an option, lists too, only what the first of these places says counts. *Immutable.*
///
/// @param command takes the options
/// @param variables of the environment
/// @param all the options of all commands; asked for only when a variable is unknown here
public record Configuration(
    Command command, Map<String, String> variables, Supplier<Collection<SettingGroup>> all) {
  static final Setting<String> FILE =
      Setting.optional(
          "--config",
          "FILE",
          OptionText::text,
          "options that are given neither here nor in the environment: lines of 'option = value', "
              + "long names without dashes");
  private static final SettingGroup GROUP = SettingGroup.of("Configuration", FILE);

  /// The options of a command, and where else to find them. A command without options needs none.
  public static List<SettingGroup> groups(Command command) {
    var groups = new ArrayList<>(command.options());
    if (!groups.isEmpty()) {
      groups.add(GROUP);
    }
    return groups;
  }

  /// What file and environment add, to be put before the arguments of the command line.
  ///
  /// @param parsed those of the command line
  /// @throws CommandException telling place and mistake
  public List<String> arguments(ParseResult parsed) {
    if (command.options().isEmpty()) {
      return List.of();
    }
    var options = OptionNames.of(groups(command));
    var said = new HashSet<Setting<?>>();
    for (var setting : options.settings().values()) {
      if (setting.given(parsed).isPresent()) {
        said.add(setting);
      }
    }
    var environment = unsaid(Environment.read(variables, options, all), said);
    var file = FILE.given(parsed).or(() -> file(environment));
    var arguments = new ArrayList<>(environment);
    file.map(name -> ConfigFile.read(name, options, OptionNames.of(command.ignoredOptions())))
        .ifPresent(entries -> arguments.addAll(unsaid(entries, said)));
    return arguments.stream().flatMap(Given::argument).toList();
  }

  private static Optional<String> file(List<Given> environment) {
    return environment.stream()
        .filter(entry -> entry.setting() == FILE)
        .map(Given::text)
        .findFirst();
  }

  /// The entries about options of which nothing was said before; from then on it was.
  private static List<Given> unsaid(List<Given> entries, Set<Setting<?>> said) {
    var unsaid = entries.stream().filter(entry -> !said.contains(entry.setting())).toList();
    unsaid.forEach(entry -> said.add(entry.setting()));
    return unsaid;
  }
}
