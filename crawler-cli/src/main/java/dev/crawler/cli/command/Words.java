package dev.crawler.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Options as the words of a command line, on their way to another process or from a preset.
public final class Words {
  private Words() {}

  /// What these words say of the settings of these groups. Of a setting that is there twice the
  /// last counts.
  ///
  /// @throws picocli.CommandLine.ParameterException when they are no words of these
  public static ParseResult parse(List<SettingGroup> groups, List<String> words) {
    var spec = CommandSpec.create();
    for (var group : groups) {
      group.settings().forEach(setting -> spec.addOption(setting.spec()));
    }
    return new CommandLine(spec)
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setOverwrittenOptionsAllowed(true)
        .setExpandAtFiles(false)
        .parseArgs(words.toArray(String[]::new));
  }

  /// The words that say the same again.
  public static List<String> of(List<SettingGroup> groups, ParseResult parsed) {
    return groups.stream()
        .flatMap(group -> group.settings().stream())
        .flatMap(setting -> setting.words(parsed).stream())
        .toList();
  }
}
