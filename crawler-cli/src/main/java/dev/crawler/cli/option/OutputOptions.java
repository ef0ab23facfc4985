package dev.crawler.cli.option;

import dev.crawler.cli.command.Choice;
import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.core.record.FileSink;
import dev.crawler.core.record.JsonLinesSink;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.io.OutputStream;
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
  private final Setting<String> fields =
      Setting.optional(
          "--fields",
          "LIST",
          new Choice<>(
              OptionText.checked(OptionText::text, OutputOptions::fieldsIn), RecordFields::names),
          "comma list of the record fields to write (default: all)");
  private final Setting<Boolean> noLinks =
      Setting.flag("--no-links", "leave out the links, most of a record's bytes");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Output", output, fields, noLinks);
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
    var chosen = fields.given(parsed).map(OutputOptions::fieldsIn).orElseGet(RecordFields::all);
    return noLinks.in(parsed) ? chosen.withoutLinks() : chosen;
  }

  private static RecordFields fieldsIn(String list) {
    return RecordFields.of(Arrays.stream(list.split(",", -1)).map(String::strip).toList());
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
