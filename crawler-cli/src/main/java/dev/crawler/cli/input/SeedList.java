package dev.crawler.cli.input;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.plan.SeedText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The seeds of a command line: its arguments, then its lists, one line at a time, in their order,
/// then what failed in earlier outputs. Nothing is held but the current line, so a list may be as
/// long as it likes. Iterated once, after [#requireAny]. *Confined to one thread at a time.*
public final class SeedList implements Iterable<String>, Closeable {
  private static final String STANDARD_INPUT = "-";

  private final Queue<Source> sources = new ArrayDeque<>();
  private @Nullable SeedReader reader;
  private String name = "the command line";
  private Optional<String> upcoming = Optional.empty();

  private final boolean mayBeEmpty;

  private SeedList(Collection<Source> sources, boolean mayBeEmpty) {
    this.sources.addAll(sources);
    this.mayBeEmpty = mayBeEmpty;
  }

  /// Arguments and lists in the order given.
  ///
  /// @param outputs of earlier crawls, whose failures are seeds
  /// @param mayBeEmpty whether further seeds come from elsewhere
  /// @throws CommandException when there are none, or a list is missing
  public static SeedList of(
      Collection<String> arguments,
      Collection<String> inputs,
      Collection<String> outputs,
      InputStream in,
      boolean mayBeEmpty) {
    var sources = new ArrayList<Source>();
    arguments.forEach(argument -> sources.add(new Source.Argument(argument)));
    inputs.forEach(input -> {
      var bytes = bytes(input, in);
      sources.add(new Source.Texts(named(input), () -> LineReader.of(bytes.open())));
    });
    outputs.forEach(output -> {
      var bytes = bytes(output, in);
      var name = "the failures of " + named(output);
      sources.add(new Source.Texts(name, () -> FailedRecords.of(bytes.open())));
    });
    if (sources.isEmpty() && !mayBeEmpty) {
      throw new CommandException(
          ExitCode.USAGE, "no URLs given; name some, or a list with --input FILE");
    }
    if (Stream.concat(inputs.stream(), outputs.stream()).filter(STANDARD_INPUT::equals).count()
        > 1) {
      throw new CommandException(ExitCode.USAGE, "standard input can be read only once");
    }
    return new SeedList(sources, mayBeEmpty);
  }

  /// Reads on to the first seed, so that an unusable input is known before the crawl begins.
  ///
  /// @throws CommandException when a list cannot be read, or all say nothing
  public void requireAny() {
    upcoming = read();
    if (upcoming.isEmpty() && !mayBeEmpty) {
      throw new CommandException(ExitCode.INPUT, "no URLs in " + name);
    }
  }

  @Override
  public Iterator<String> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return upcoming.isPresent();
      }

      @Override
      public String next() {
        var seed = upcoming.orElseThrow(NoSuchElementException::new);
        upcoming = read();
        return seed;
      }
    };
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  private Optional<String> read() {
    try {
      for (var line = line(); line != null; line = line()) {
        var seed = SeedText.of(line);
        if (seed.isPresent()) {
          return seed;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw CommandException.unreadable(name, e);
    }
  }

  private @Nullable String line() throws IOException {
    while (true) {
      var line = reader == null ? null : reader.next();
      if (line != null) {
        return line;
      }
      close();
      switch (sources.poll()) {
        case null -> {
          return null;
        }
        case Source.Argument(var text) -> {
          return text;
        }
        case Source.Texts texts -> {
          name = texts.name();
          reader = texts.reader().open();
        }
      }
    }
  }

  /// Looks for a file now, so that the fifth list's absence is not found after the fourth; does not
  /// open it, since it may be a pipe that can be opened only once.
  private static Opener<InputStream> bytes(String input, InputStream in) {
    if (input.equals(STANDARD_INPUT)) {
      return () -> in;
    }
    var file = path(input);
    if (!Files.exists(file)) {
      throw unreadable(input, "no such file");
    }
    if (Files.isDirectory(file)) {
      throw unreadable(input, "it is a folder");
    }
    if (!Files.isReadable(file)) {
      throw unreadable(input, "permission denied");
    }
    return () -> Files.newInputStream(file);
  }

  private static String named(String input) {
    return input.equals(STANDARD_INPUT) ? "standard input" : input;
  }

  private static Path path(String input) {
    try {
      return Path.of(input);
    } catch (InvalidPathException e) {
      throw unreadable(input, "not a file name");
    }
  }

  private static CommandException unreadable(String input, String why) {
    return new CommandException(ExitCode.INPUT, "cannot read " + input + ": " + why);
  }

  /// Where seeds come from.
  private sealed interface Source {
    record Argument(String text) implements Source {}

    record Texts(String name, Opener<SeedReader> reader) implements Source {}
  }

  /// Opens a list when its turn comes, so that only one is open at a time.
  @FunctionalInterface
  private interface Opener<T> {
    T open() throws IOException;
  }
}
