package dev.crawler.cli.config;

import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The variables that are options: `CRAWLER_` and the long name, in capitals, with underscores. A
/// repeatable option takes one value a line. An empty variable says nothing, as one that is not
/// there. *Immutable.*
final class Environment {
  static final String PREFIX = "CRAWLER_";

  /// Read by the launcher, before there is a JVM.
  private static final String LAUNCHER = "CRAWLER_JAVA_OPTS";

  private final TreeMap<String, String> variables = new TreeMap<>();

  private Environment(Map<String, String> all) {
    all.forEach((name, value) -> {
      if (name.startsWith(PREFIX) && !name.equals(LAUNCHER) && !value.isBlank()) {
        variables.put(name, value);
      }
    });
  }

  /// What the variables say of these options.
  ///
  /// @param others options of all commands: who lacks one of them lets its variable be
  /// @throws CommandException naming the variable that is wrong, or no option of any command
  static List<Given> read(
      Map<String, String> all, OptionNames options, Supplier<Collection<SettingGroup>> others) {
    var environment = new Environment(all);
    var entries = environment.take(options);
    if (!environment.variables.isEmpty()) {
      environment.requireNoneBut(OptionNames.of(others.get()));
    }
    return entries;
  }

  private List<Given> take(OptionNames options) {
    var entries = new ArrayList<Given>();
    for (var setting : options.settings().values()) {
      var name = OptionNames.variable(setting.name());
      var value = variables.remove(name);
      if (value != null) {
        values(setting, value).forEach(text -> entries.add(new Given(name, setting, text)));
      }
    }
    return entries;
  }

  private static Stream<String> values(Setting<?> setting, String value) {
    return setting.isRepeatable()
        ? value.lines().map(String::strip).filter(line -> !line.isEmpty())
        : Stream.of(value);
  }

  private void requireNoneBut(OptionNames options) {
    var known = options.names().stream().map(OptionNames::variable).collect(Collectors.toSet());
    for (var name : variables.keySet()) {
      if (!known.contains(name)) {
        throw new CommandException(
            ExitCode.USAGE,
            "the environment has %s, which is no option%s"
                .formatted(name, Spelling.hint(name, known)));
      }
    }
  }
}
