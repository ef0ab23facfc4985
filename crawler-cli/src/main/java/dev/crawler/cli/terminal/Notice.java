package dev.crawler.cli.terminal;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Something to tell: to a person as lines, to a log as an event with fields. *Immutable.*
///
/// @param event what kind of thing happened, the same word each time
/// @param lines for a person, without the program's name
/// @param fields for a program
public record Notice(Level level, String event, List<String> lines, Fields fields) {
  /// How much it matters.
  public enum Level {
    INFO,
    WARNING,
    ERROR
  }

  /// Writes the properties of an event; their names are neither of `time`, `level`, `event` and
  /// `message`.
  @FunctionalInterface
  public interface Fields {
    /// No properties.
    Fields NONE = json -> {};

    void writeTo(JsonGenerator json);
  }

  /// Copies the list.
  public Notice {
    lines = List.copyOf(lines);
  }

  /// Something that goes as it should.
  public static Notice info(String event, String line, Fields fields) {
    return new Notice(Level.INFO, event, List.of(line), fields);
  }

  /// Something that a person may want to change.
  public static Notice warning(String event, String line, Fields fields) {
    return new Notice(Level.WARNING, event, List.of(line), fields);
  }

  /// Why the program ends.
  public static Notice error(String line, int exitCode) {
    return new Notice(
        Level.ERROR,
        "error",
        List.of(line),
        json -> json.writeNumberProperty("exit_code", exitCode));
  }
}
