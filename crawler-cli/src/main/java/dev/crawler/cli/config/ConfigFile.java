package dev.crawler.cli.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file of options: lines of `key = value`, the keys long names without dashes. *Confined to one
/// thread.*
final class ConfigFile {
  private static final int LONGEST = 1 << 20;
  private static final String MARK = "\uFEFF";

  private final String name;
  private final OptionNames options;
  private final OptionNames ignored;
  private final List<Given> entries = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private ConfigFile(String name, OptionNames options, OptionNames ignored) {
    this.name = name;
    this.options = options;
    this.ignored = ignored;
  }

  /// What the file says, in its order.
  ///
  /// @param ignored options of which the command makes nothing, and which are no mistake either
  /// @throws CommandException naming the line that is wrong
  static List<Given> read(String name, OptionNames options, OptionNames ignored) {
    var file = new ConfigFile(name, options, ignored);
    var lines = text(name).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      file.take(i + 1, lines.get(i));
    }
    return List.copyOf(file.entries);
  }

  private void take(int number, String line) {
    var place = name + ":" + number;
    try {
      var entry = ConfigLine.of(line);
      if (entry != null && isOurs(entry.key(), place)) {
        take(number, entry, place + ": " + entry.key());
      }
    } catch (IllegalArgumentException e) {
      throw Given.refusal(place, String.valueOf(e.getMessage()));
    }
  }

  private void take(int number, ConfigLine entry, String place) {
    var setting = options.find(entry.key()).orElseThrow();
    var before = lines.put(entry.key(), number);
    if (before != null && !setting.isRepeatable()) {
      throw Given.refusal(place, "line " + before + " says it already");
    }
    entries.add(new Given(place, setting, entry.value()));
  }

  private boolean isOurs(String key, String place) {
    if (key.equals(Configuration.FILE.name())) {
      throw Given.refusal(place, "a file names no other");
    }
    if (options.has(key)) {
      return true;
    }
    if (ignored.has(key)) {
      return false;
    }
    throw Given.refusal(place, "unknown option " + key + Spelling.hint(key, options.names()));
  }

  private static String text(String name) {
    try (var bytes = Files.newInputStream(Path.of(name))) {
      var start = bytes.readNBytes(LONGEST + 1);
      if (start.length > LONGEST) {
        throw unreadable(name, "it is longer than 1 MiB");
      }
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(start)).toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (InvalidPathException e) {
      throw unreadable(name, "not a file name");
    } catch (CharacterCodingException e) {
      throw unreadable(name, "it is not UTF-8");
    } catch (IOException e) {
      throw unreadable(name, CommandException.why(e));
    }
  }

  private static CommandException unreadable(String name, String why) {
    return new CommandException(ExitCode.USAGE, "cannot read " + name + ": " + why);
  }
}
