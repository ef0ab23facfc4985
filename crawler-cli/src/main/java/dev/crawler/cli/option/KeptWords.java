package dev.crawler.cli.option;

import dev.crawler.cli.command.Setting;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.journal.KeptBeginning;
import dev.crawler.core.journal.UnusableStateException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// The command line of a crawl in its state, so that `--resume` need not say all again. *No state.*
final class KeptWords {
  /// Of this command alone: where the state is, how it is told, what others must not read.
  private static final Set<String> NOT_KEPT =
      Set.of(
          "state",
          "resume",
          "config",
          "header",
          "proxy",
          "progress",
          "quiet",
          "verbose",
          "log-format");

  /// Where the seeds are from. Nobody asks any more once they stand in the journal.
  private static final Set<String> INPUTS = Set.of("input", "retry-failed");

  /// Files that are found from any folder.
  private static final Set<String> FILES =
      Set.of("input", "retry-failed", "output", "stats", "report");

  private KeptWords() {}

  /// Those to be kept.
  static List<String> of(ParseResult parsed, Collection<Setting<?>> settings) {
    var options =
        settings.stream()
            .filter(setting -> !NOT_KEPT.contains(setting.name()))
            .flatMap(setting -> words(setting, parsed));
    List<String> urls = parsed.matchedPositionalValue(0, List.of());
    return Stream.concat(options, urls.stream()).toList();
  }

  private static Stream<String> words(Setting<?> setting, ParseResult parsed) {
    var words = setting.words(parsed).stream();
    return FILES.contains(setting.name()) ? words.map(KeptWords::absolute) : words;
  }

  private static String absolute(String word) {
    int value = word.indexOf('=') + 1;
    var file = word.substring(value);
    return file.equals("-") ? word : word.substring(0, value) + Path.of(file).toAbsolutePath();
  }

  /// Those of a folder that are not said anew; of the input only what is still to be read.
  ///
  /// @throws CommandException when what is there is not the state of a crawl
  static List<String> remembered(
      String folder, ParseResult parsed, Collection<Setting<?>> settings) {
    var beginning = beginning(folder);
    if (beginning.isEmpty()) {
      return List.of();
    }
    boolean readsInput = !beginning.get().isComplete() && !givesInput(parsed, settings);
    return beginning.get().words().stream()
        .filter(word -> isUnsaid(word, readsInput, parsed, settings))
        .toList();
  }

  /// How the crawl of a folder began, if there is one.
  ///
  /// @throws CommandException when what is there is not the state of a crawl
  static Optional<KeptBeginning> beginning(String folder) {
    try {
      return KeptBeginning.of(Path.of(folder));
    } catch (UnusableStateException e) {
      throw new CommandException(ExitCode.STATE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.STATE, "cannot read " + folder + ": " + CommandException.why(e));
    } catch (InvalidPathException _) {
      return Optional.empty(); // told by whoever opens it
    }
  }

  private static boolean givesInput(ParseResult parsed, Collection<Setting<?>> settings) {
    List<String> urls = parsed.matchedPositionalValue(0, List.of());
    return !urls.isEmpty()
        || settings.stream()
            .filter(setting -> INPUTS.contains(setting.name()))
            .anyMatch(setting -> !setting.words(parsed).isEmpty());
  }

  private static boolean isUnsaid(
      String word, boolean readsInput, ParseResult parsed, Collection<Setting<?>> settings) {
    if (!word.startsWith("--")) {
      return readsInput;
    }
    var name = word.substring(2).split("=", 2)[0];
    boolean wanted = readsInput || !INPUTS.contains(name);
    return wanted
        && settings.stream()
            .filter(setting -> setting.name().equals(name))
            .anyMatch(setting -> setting.words(parsed).isEmpty());
  }
}
