package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.warc.WarcFile;
import dev.crawler.cli.warc.WarcOutput;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ParseResult;

/// Where answers are archived, if anywhere. *Immutable.*
public final class ArchiveOptions {
  private final Setting<String> warc =
      Setting.optional(
          "--warc",
          "FILE",
          OptionText::text,
          "a WARC 1.1 file, .warc or .warc.gz, beside the output: requests and answers as sent and "
              + "received");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Archive", warc);
  }

  /// Settings that keep what the archive needs, if there is to be one.
  ///
  /// @param output where records go
  /// @throws IllegalArgumentException when its name makes no sense
  public HttpSettings keeping(ParseResult parsed, String output, HttpSettings settings) {
    if (warc.given(parsed).isEmpty()) {
      return settings;
    }
    var name = warc.given(parsed).get();
    if (!WarcFile.isName(name)) {
      throw new IllegalArgumentException("--warc must end in .warc or .warc.gz: " + name);
    }
    if (isSame(Path.of(name), Path.of(output))) {
      throw new IllegalArgumentException("--warc and --output name the same file: " + name);
    }
    return settings.keepingWire();
  }

  /// Begins the archive, if there is to be one.
  ///
  /// @throws CommandException when it cannot be written there
  public WarcOutput open(ParseResult parsed, CrawlPlan plan) {
    return warc.given(parsed).map(name -> WarcOutput.create(name, plan)).orElse(WarcOutput.NONE);
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
          || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      throw CommandException.unwritable(one.toString(), e);
    }
  }
}
