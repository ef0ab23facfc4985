package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.warc.WarcFile;
import dev.crawler.cli.warc.WarcOutput;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.record.FileSink;
import dev.crawler.core.record.JsonLinesSink;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.ParseResult;

/// Where records go, and what of them. *Immutable.*
public final class OutputOptions {
  private static final String STANDARD_OUTPUT = "-";

  private final Setting<String> output =
      Setting.of(
          "-o, --output",
          "FILE",
          OptionText::text,
          STANDARD_OUTPUT,
          "JSON Lines, written to a neighbour and moved into place at the end; - is standard "
              + "output");
  private final Setting<String> warc =
      Setting.optional(
          "--warc",
          "FILE",
          OptionText::text,
          "also a WARC 1.1 archive, .warc or .warc.gz: requests and answers as sent and received");
  private final Setting<String> fields =
      Setting.optional(
          "--fields",
          "LIST",
          OptionText::text,
          "comma list of the record fields to write (default: all)");
  private final Setting<Boolean> noLinks =
      Setting.flag("--no-links", "leave out the links, most of a record's bytes");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Output", output, warc, fields, noLinks);
  }

  /// The output in words.
  public String destination(ParseResult parsed) {
    var file = output.in(parsed);
    return file.equals(STANDARD_OUTPUT) ? "standard output" : file;
  }

  /// Which fields are written.
  ///
  /// @throws IllegalArgumentException naming a field that is none
  public RecordFields recordFields(ParseResult parsed) {
    var chosen =
        fields
            .given(parsed)
            .map(list -> Arrays.stream(list.split(",", -1)).map(String::strip).toList())
            .map(RecordFields::of)
            .orElseGet(RecordFields::all);
    return noLinks.in(parsed) ? chosen.withoutLinks() : chosen;
  }

  /// Settings that keep what the archive needs, if there is to be one.
  ///
  /// @throws IllegalArgumentException when its name makes no sense
  public HttpSettings keeping(ParseResult parsed, HttpSettings settings) {
    if (warc.given(parsed).isEmpty()) {
      return settings;
    }
    var name = warc.given(parsed).get();
    if (!WarcFile.isName(name)) {
      throw new IllegalArgumentException("--warc must end in .warc or .warc.gz: " + name);
    }
    if (!output.in(parsed).equals(STANDARD_OUTPUT) && isSame(name, output.in(parsed))) {
      throw new IllegalArgumentException("--warc and --output name the same file: " + name);
    }
    return settings.keepingWire();
  }

  /// Begins the archive, if there is to be one.
  public WarcOutput archive(ParseResult parsed, CrawlPlan plan) {
    return warc.given(parsed).map(name -> WarcOutput.create(name, plan)).orElse(WarcOutput.NONE);
  }

  private static boolean isSame(String one, String other) {
    try {
      var file = Path.of(one);
      var second = Path.of(other);
      return file.toAbsolutePath().normalize().equals(second.toAbsolutePath().normalize())
          || Files.exists(file) && Files.exists(second) && Files.isSameFile(file, second);
    } catch (IOException e) {
      throw CommandException.unwritable(one, e);
    }
  }

  /// Opens the output.
  public Sink open(ParseResult parsed, OutputStream standardOutput) {
    var file = output.in(parsed);
    if (file.equals(STANDARD_OUTPUT)) {
      return new JsonLinesSink(standardOutput, recordFields(parsed));
    }
    try {
      return FileSink.open(Path.of(file), recordFields(parsed));
    } catch (IOException e) {
      throw CommandException.unwritable(file, e);
    } catch (InvalidPathException e) {
      throw CommandException.unwritable(file, new IOException("not a file name", e));
    }
  }
}
