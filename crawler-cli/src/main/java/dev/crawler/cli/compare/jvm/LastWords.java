package dev.crawler.cli.compare.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Reads what a process says and keeps the last line that is not part of a stack trace: what a
/// person is told when it fails. *Thread-safe.*
final class LastWords {
  private static final int LONGEST = 300;
  private static final long PATIENCE_MILLIS = 1_000;

  private final Thread reader;
  private volatile String last = "";

  private LastWords(InputStream pipe) {
    reader = Thread.ofPlatform().daemon().name("last-words").unstarted(() -> drain(pipe));
  }

  static LastWords listenTo(InputStream pipe) {
    var words = new LastWords(pipe);
    words.reader.start();
    return words;
  }

  /// The last line, once the process has ended; waits a moment for what is still in the pipe.
  String last() throws InterruptedException {
    reader.join(PATIENCE_MILLIS);
    return last;
  }

  private void drain(InputStream pipe) {
    try (var lines = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
          last = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line.strip();
        }
      }
    } catch (IOException e) {
      last = "(" + e.getMessage() + ")";
    }
  }
}
