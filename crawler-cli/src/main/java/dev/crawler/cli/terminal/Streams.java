package dev.crawler.cli.terminal;

import dev.crawler.cli.exit.CommandException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a command talks through. *As thread-safe as its parts.*
///
/// @param in standard input
/// @param out standard output: results only. Never a [PrintStream], which would swallow the error
///   of a closed pipe and crawl on for nobody
/// @param terminal standard error
/// @param signals of the process, or none in tests
/// @param environment variables of the process, or none
public record Streams(
    InputStream in,
    OutputStream out,
    Terminal terminal,
    Signals signals,
    Map<String, String> environment) {
  /// Copies the variables.
  public Streams {
    environment = Map.copyOf(environment);
  }

  /// Those of this process.
  public static Streams ofProcess() {
    return new Streams(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        Terminal.ofProcess(),
        Signals.OF_PROCESS,
        System.getenv());
  }

  /// Those of a test or of another program.
  public static Streams of(InputStream in, OutputStream out, PrintStream err) {
    return new Streams(in, out, new Terminal(err, false), Signals.NONE, Map.of());
  }

  /// The same in that environment.
  public Streams within(Map<String, String> variables) {
    return new Streams(in, out, terminal, signals, variables);
  }

  /// Writes text to standard output.
  public void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw CommandException.unwritable("standard output", e);
    }
  }
}
