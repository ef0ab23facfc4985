package dev.crawler.cli;

import static java.util.Objects.requireNonNull;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.job.NameCache;
import dev.crawler.cli.terminal.LogFormat;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The program. Picks the command by its first argument and builds the option parser of that one
/// alone, which is what keeps the start quick.
public final class Main {
  private Main() {}

  /// Runs the command line and ends the process with the contract's exit code.
  public static void main(String[] args) {
    NameCache.forgetFailures();
    var code = run(args, Streams.ofProcess());
    ProcessEnd.atOnce(code);
    System.exit(code);
  }

  /// Runs the command line within another program; returns the exit code. Signals are left alone.
  public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
    return run(args, Streams.of(in, out, err));
  }

  /// Runs the command line and returns the exit code.
  static int run(String[] args, Streams streams) {
    var arguments = List.of(args);
    streams.terminal().use(LogFormat.wantedBy(arguments, streams.environment()));
    try {
      return dispatch(arguments, streams).number();
    } catch (CommandException e) {
      return end(e.line(), e.code(), streams);
    } catch (Exception | Error e) {
      return end("a fault of the crawler itself: " + e, ExitCode.FAILED, streams);
    }
  }

  private static int end(String line, ExitCode code, Streams streams) {
    streams.terminal().say(Notice.error(line, code.number()));
    return code.number();
  }

  private static ExitCode dispatch(List<String> arguments, Streams streams) throws Exception {
    if (arguments.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "no command given; see crawler --help");
    }
    var word = arguments.getFirst();
    var rest = arguments.subList(1, arguments.size());
    return switch (word) {
      case "-h", "--help" -> print(Commands.overview(), streams);
      case "help" ->
          rest.isEmpty()
              ? print(Commands.overview(), streams)
              : dispatch(List.of(rest.getFirst(), "--help"), streams);
      case "-V", "--version" -> print("crawler " + version() + "\n", streams);
      default -> CommandParser.run(Commands.named(word).create(streams), rest, streams);
    };
  }

  private static ExitCode print(String text, Streams streams) {
    streams.print(text);
    return ExitCode.DONE;
  }

  /// Written by the build.
  private static String version() {
    try (var resource = Main.class.getResourceAsStream("version.txt")) {
      return new String(requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
