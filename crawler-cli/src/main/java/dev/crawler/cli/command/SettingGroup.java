package dev.crawler.cli.command;

import java.util.List;
import java.util.Set;

/// Options that belong together, under one heading of the help. *Immutable.*
public record SettingGroup(String heading, List<Setting<?>> settings) {
  /// Copies the list.
  public SettingGroup {
    settings = List.copyOf(settings);
  }

  /// Options under a heading.
  public static SettingGroup of(String heading, Setting<?>... settings) {
    return new SettingGroup(heading, List.of(settings));
  }

  /// The group without the settings of those long names.
  public SettingGroup without(String... names) {
    var unwanted = Set.of(names);
    return new SettingGroup(
        heading, settings.stream().filter(setting -> !unwanted.contains(setting.name())).toList());
  }

  /// The group with those settings alone.
  public SettingGroup only(String... names) {
    var wanted = Set.of(names);
    return new SettingGroup(
        heading, settings.stream().filter(setting -> wanted.contains(setting.name())).toList());
  }
}
