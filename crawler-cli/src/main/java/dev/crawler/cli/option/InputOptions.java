package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// Where the seeds come from, besides the arguments. *Immutable.*
public final class InputOptions {
  private final Setting<String> input =
      Setting.repeatable(
          "-i, --input",
          "FILE",
          OptionText::text,
          "URL list, one a line; - is standard input, .gz is read too. Blank lines, '# comment' "
              + "lines and a trailing ' # note' are fine; example.org means https://example.org/");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Input", input);
  }

  /// The lists, in the order given.
  public List<String> inputs(ParseResult parsed) {
    return input.all(parsed);
  }
}
