package dev.crawler.cli.config;

import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.ValueException;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import java.util.stream.Stream;

/// One value of an option, with the place that gives it. *Immutable.*
///
/// @param place file, line and key, or a variable's name
record Given(String place, Setting<?> setting, String text) {
  /// Reads the text once, so that a mistake is told with its place.
  Given {
    if (text.isEmpty()) {
      throw refusal(place, "a value is missing");
    }
    try {
      setting.read(text);
    } catch (ValueException e) {
      throw refusal(place, String.valueOf(e.getMessage()));
    }
  }

  /// The same on a command line, where a flag that is false is not there; attached, so that it may
  /// begin with a dash.
  Stream<String> argument() {
    var option = "--" + setting.name();
    return setting.isFlag()
        ? Stream.of(option).filter(_ -> text.equals("true"))
        : Stream.of(option + "=" + text);
  }

  static CommandException refusal(String place, String why) {
    return new CommandException(ExitCode.USAGE, place + ": " + why);
  }
}
