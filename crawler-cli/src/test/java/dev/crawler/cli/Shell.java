package dev.crawler.cli;

import dev.crawler.cli.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Runs [Main] within the test. *Immutable.*
///
/// @param code exit code
/// @param out what went to standard output
/// @param err what went to standard error
record Shell(int code, String out, String err) {
  /// Runs a command line with an empty standard input.
  static Shell run(String... args) {
    return runWithInput("", args);
  }

  /// Runs a command line in that environment.
  static Shell runWithin(Map<String, String> variables, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams =
        Streams.of(
            InputStream.nullInputStream(), out, new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = Main.run(args, streams.within(variables));
    return new Shell(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Runs a command line that finds this on its standard input.
  static Shell runWithInput(String input, String... args) {
    var out = new ByteArrayOutputStream();
    var run = runInto(out, input, args);
    return new Shell(run.code, out.toString(StandardCharsets.UTF_8), run.err);
  }

  /// Runs a command line whose standard output goes there.
  static Shell runInto(OutputStream out, String input, String... args) {
    var err = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int code = Main.run(args, in, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Shell(code, "", err.toString(StandardCharsets.UTF_8));
  }

  /// Lines on standard error.
  List<String> complaints() {
    return err.lines().toList();
  }
}
