package dev.crawler.cli.config;

import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Options by their long names, without dashes. *Immutable.*
record OptionNames(Map<String, Setting<?>> settings) {
  static OptionNames of(Collection<SettingGroup> groups) {
    var settings = new LinkedHashMap<String, Setting<?>>();
    for (var group : groups) {
      group.settings().forEach(setting -> settings.put(setting.name(), setting));
    }
    return new OptionNames(settings);
  }

  Optional<Setting<?>> find(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  boolean has(String name) {
    return settings.containsKey(name);
  }

  Set<String> names() {
    return settings.keySet();
  }

  /// The variable of an option: `CRAWLER_MAX_BODY` for `max-body`.
  static String variable(String name) {
    return Environment.PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
