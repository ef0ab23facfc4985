package dev.crawler.cli;

import java.util.List;

/// Options that belong together, under one heading of the help. *Immutable.*
record SettingGroup(String heading, List<Setting<?>> settings) {
  /// Copies the list.
  SettingGroup {
    settings = List.copyOf(settings);
  }

  /// Options under a heading.
  static SettingGroup of(String heading, Setting<?>... settings) {
    return new SettingGroup(heading, List.of(settings));
  }
}
