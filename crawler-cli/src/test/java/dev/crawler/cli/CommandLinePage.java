package dev.crawler.cli;

import static java.util.stream.Collectors.joining;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.config.Configuration;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.terminal.Streams;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/// `docs/cli.md`: what the commands and their options say of themselves, as a page. *Immutable.*
record CommandLinePage(Streams streams) {
  private static final String HEAD =
      """
      # Command line

      This page is generated from the options themselves; `CommandLinePageTest` holds it to them and writes it anew with
      `-Dcrawler.docs=write`. `crawler COMMAND --help` tells the same.

      Results go to standard output, everything else to standard error. `crawler --version` tells the version.

      """;

  private static final String CONFIGURATION =
      """
      ## Options in a file

      `--config FILE` reads options of the command from a file: lines of `option = value`, the long names without
      dashes, UTF-8. Blank lines, `# comment` lines and a trailing ` # note` say nothing. Values stand as they are,
      without escapes; a value that holds a ` #` or ends in a blank is put between quotes of either kind. A repeatable
      option has a line for each value, a flag is `true` or `false`. An unknown option is a mistake, but that `explain`
      leaves alone what only `crawl` has a use for. Names of files are relative to the working directory.

      ```
      # crawl.conf
      depth      = 2
      delay      = 1s             # we have time
      exclude    = \\.(pdf|zip)$
      exclude    = /calendar/
      header     = Authorization: Bearer abc
      user-agent = "examplebot/1.0 (+https://example.org/bot)"
      no-links   = true
      ```

      ## Options in the environment

      Each option is a variable, too: `CRAWLER_` and the long name in capitals, with `_` for `-`. A repeatable option
      takes one value a line, a flag `true` or `false`. An empty variable says nothing. A variable of another command
      is left alone; one that is no option of any is a mistake. `CRAWLER_JAVA_OPTS` is no option: `./crawler` hands it
      to the JVM.

      ```
      CRAWLER_DEPTH=2 CRAWLER_USER_AGENT='examplebot/1.0' crawler crawl https://example.org/
      ```

      The command line counts before the environment, and that before the file. The first of them that says anything of
      an option is heard alone: lists are replaced, not added up.

      """;

  /// The page.
  String text() {
    var commands = Arrays.stream(Commands.values());
    return HEAD + commands.map(this::section).collect(joining()) + CONFIGURATION + exitCodes();
  }

  private String section(Commands name) {
    var command = name.create(streams);
    return "## crawler %s%n%n```%n%s%n```%n%n%s%n%n%s%s"
        .formatted(
            name.word(),
            command.synopsis(),
            String.join("\n", command.description()),
            Configuration.groups(command).stream().map(CommandLinePage::table).collect(joining()),
            examples(command));
  }

  private static String table(SettingGroup group) {
    return group.settings().stream()
        .map(CommandLinePage::row)
        .collect(joining("", head(group.heading()), "\n"));
  }

  private static String head(String heading) {
    return "| %s | default | |%n|---|---|---|%n".formatted(heading.toLowerCase(Locale.ROOT));
  }

  private static String row(Setting<?> setting) {
    var names = String.join(", ", setting.spec().names());
    var label = setting.isFlag() ? "" : " " + setting.spec().paramLabel();
    var fallback = setting.defaultText().map(text -> "`" + text + "`").orElse("");
    return Stream.of("`" + names + label + "`", fallback, setting.description())
        .map(cell -> cell.replace("|", "\\|"))
        .collect(joining(" | ", "| ", " |\n"));
  }

  private static String examples(Command command) {
    return command.examples().isEmpty()
        ? ""
        : command.examples().stream().collect(joining("\n", "```\n", "\n```\n\n"));
  }

  private static String exitCodes() {
    return Arrays.stream(ExitCode.values())
        .map(code -> "| %d | %s |%n".formatted(code.number(), code.meaning()))
        .collect(joining("", "## Exit codes\n\n| | |\n|---|---|\n", ""));
  }
}
