package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.config.Configuration;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.terminal.Streams;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The commands there are. Only the one that is asked for is ever built: its option parser costs
/// some 50 ms of a cold start.
enum Commands {
  CRAWL("[options] [URL...]", "crawl a list of URLs and, with --depth, what they link to"),
  EXPLAIN("[options] URL", "say what a crawl would do with this URL, and why"),
  COMPARE("[options] [URL...]", "crawl the same with several engines; prove it, show the figures"),
  DEMO("[options]", "compare all engines on the embedded site: no network, no input needed"),
  EXPERIMENTS(
      "[options] [NAME...]", "run experiments that compare the engines; raw data and charts"),
  SITE("[options]", "serve the embedded synthetic site"),
  WORKER("[options]", "join a cluster and work for the crawls submitted to it"),
  ENGINES("", "list the engines found"),
  GENERATE_COMPLETION("[bash|zsh]", "print a script that completes command lines in a shell");

  private final String synopsis;
  private final String purpose;

  Commands(String synopsis, String purpose) {
    this.synopsis = synopsis;
    this.purpose = purpose;
  }

  /// The command, ready to take its options.
  Command create(Streams streams) {
    return switch (this) {
      case CRAWL -> new CrawlCommand(streams);
      case EXPLAIN -> new ExplainCommand(streams);
      case COMPARE -> new CompareCommand(streams);
      case DEMO -> new DemoCommand(streams);
      case EXPERIMENTS -> new ExperimentsCommand(streams);
      case SITE -> new SiteCommand(streams);
      case WORKER -> new WorkerCommand(streams);
      case ENGINES -> new EnginesCommand(streams);
      case GENERATE_COMPLETION -> new CompletionCommand(streams);
    };
  }

  /// The command of that name.
  ///
  /// @throws CommandException when there is none
  static Commands named(String word) {
    return Arrays.stream(values())
        .filter(command -> command.word().equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  /// The options of all of them.
  static List<SettingGroup> allOptions(Streams streams) {
    return options(streams).values().stream().flatMap(List::stream).toList();
  }

  /// The options of each, by its name.
  static Map<String, List<SettingGroup>> options(Streams streams) {
    var options = new LinkedHashMap<String, List<SettingGroup>>();
    for (var command : values()) {
      options.put(command.word(), Configuration.groups(command.create(streams)));
    }
    return options;
  }

  /// All of them, for `--help`.
  static String overview() {
    return Arrays.stream(values())
        .map(command ->
            "  crawler %-30s %s%n"
                .formatted(command.word() + " " + command.synopsis, command.purpose))
        .collect(
            Collectors.joining(
                "",
                "Usage:\n",
                "\ncrawler COMMAND --help tells the options; crawler --version the version.\n"));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static CommandException unknown(String word) {
    var words = Arrays.stream(values()).map(Commands::word).collect(Collectors.joining(", "));
    return new CommandException(
        ExitCode.USAGE, "unknown command %s; there are %s".formatted(word, words));
  }
}
