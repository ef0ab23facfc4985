package dev.crawler.cli.command;

import java.util.List;

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
}
