package dev.crawler.processes.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// What a worker says, line by line. A line is cut where nobody would read on, and stripped of what
/// a terminal would obey: it may quote a page. A worker that floods costs time, not memory.
/// *Confined to the thread that listens; the last words may be read once it has ended.*
final class WorkerOutput {
  private static final int LONGEST = 1_000;

  private final Consumer<String> lines;
  private final StringBuilder line = new StringBuilder();
  private String lastWords = "";

  /// @param lines takes each line that is not blank; must be quick, or the worker waits for it
  WorkerOutput(Consumer<String> lines) {
    this.lines = lines;
  }

  /// Listens until there is nothing more to come. A pipe that fails has nothing more to say.
  void drain(InputStream pipe) {
    var buffer = new char[4096];
    try (var reader = new InputStreamReader(pipe, StandardCharsets.UTF_8)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        take(buffer, n);
      }
    } catch (IOException e) {
      line.append(" (").append(e.getMessage()).append(')');
    }
    end();
  }

  /// The last line that is neither blank nor part of a stack trace.
  String lastWords() {
    return lastWords;
  }

  private void take(char[] chars, int count) {
    for (int i = 0; i < count; i++) {
      char c = chars[i];
      if (c == '\n') {
        end();
      } else if (line.length() < LONGEST) {
        line.append(isHarmless(c) ? c : ' ');
      }
    }
  }

  private void end() {
    var said = line.toString();
    line.setLength(0);
    if (said.isBlank()) {
      return;
    }
    if (!Character.isWhitespace(said.charAt(0))) {
      lastWords = said.strip();
    }
    lines.accept(said.stripTrailing());
  }

  private static boolean isHarmless(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
