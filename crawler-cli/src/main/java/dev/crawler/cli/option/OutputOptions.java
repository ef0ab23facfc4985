package dev.crawler.cli.option;

import dev.crawler.cli.command.Choice;
import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.warc.WarcOutput;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.record.FileSink;
import dev.crawler.core.record.InputOrder;
import dev.crawler.core.record.LineSink;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
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
          "written to a neighbour and moved into place at the end; - is standard output");
  private final Setting<Format> format =
      Setting.of(
          "--format",
          "jsonl|csv",
          OptionText.word(Format.class),
          "jsonl",
          "one JSON object a line, or comma-separated values below a line of field names");
  private final Setting<Order> order =
      Setting.of(
          "--order",
          "completion|input",
          OptionText.word(Order.class),
          "completion",
          "records as they come, or in the order of the list (--depth 0 only); redirect targets "
              + "that are not of the list come last then, by key");
  private final Setting<String> fields =
      Setting.optional(
          "--fields",
          "LIST",
          new Choice<>(
              OptionText.checked(OptionText::text, OutputOptions::fieldsIn), RecordFields::names),
          "comma list of the record fields to write (default: all)");
  private final Setting<Boolean> noLinks =
      Setting.flag("--no-links", "leave out the links, most of a record's bytes");

  private final Setting<Boolean> nearDuplicates =
      Setting.flag(
          "--near-duplicates",
          "hash the text of each HTML page: a field simhash in its record, and in --report the "
              + "groups of pages that are nearly the same");

  /// How records are written.
  private enum Format {
    JSONL,
    CSV
  }

  /// In which order records are written.
  private enum Order {
    COMPLETION,
    INPUT
  }

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Output", output, format, order, fields, noLinks, nearDuplicates);
  }

  /// Which fields are written.
  ///
  /// @throws IllegalArgumentException naming a field that is none
  public RecordFields recordFields(ParseResult parsed) {
    var chosen =
        fields.given(parsed).map(OutputOptions::fieldsIn).orElseGet(() -> usualFields(parsed));
    return noLinks.in(parsed) ? chosen.withoutLinks() : chosen;
  }

  private RecordFields usualFields(ParseResult parsed) {
    return nearDuplicates.in(parsed) ? RecordFields.all() : RecordFields.all().withoutSimHash();
  }

  /// Whether pages are hashed: when that is asked for, and when the hash is a field that is.
  public SimHashing simHashing(ParseResult parsed) {
    boolean wanted = nearDuplicates.in(parsed) || recordFields(parsed).haveSimHash();
    return wanted ? SimHashing.ONCE : SimHashing.NONE;
  }

  /// The order of the list, if records are to be in it. What must be held back beyond memory goes
  /// beside the output file, or where the system keeps temporary files.
  ///
  /// @throws IllegalArgumentException when more than the list is crawled
  public Optional<InputOrder> inputOrder(ParseResult parsed, Depth depth) {
    if (order.in(parsed) == Order.COMPLETION) {
      return Optional.empty();
    }
    if (depth.value() > 0) {
      throw new IllegalArgumentException(
          "--order input is for the list alone: leave out --depth, or the order");
    }
    return Optional.of(new InputOrder(folder(output.in(parsed))));
  }

  private static RecordFields fieldsIn(String list) {
    return RecordFields.of(Arrays.stream(list.split(",", -1)).map(String::strip).toList());
  }

  /// The file that records go to, or a dash.
  public String file(ParseResult parsed) {
    return output.in(parsed);
  }

  /// Opens the output.
  public Output open(
      ParseResult parsed, OutputStream standardOutput, Optional<InputOrder> inputOrder) {
    var file = output.in(parsed);
    var chosen = recordFormat(parsed);
    if (file.equals(STANDARD_OUTPUT)) {
      var lines =
          inputOrder
              .map(list -> LineSink.to(standardOutput, chosen, list))
              .orElseGet(() -> LineSink.to(standardOutput, chosen));
      return new Output(lines, "standard output");
    }
    try {
      var path = Path.of(file);
      return new Output(
          inputOrder.isPresent()
              ? FileSink.open(path, chosen, inputOrder.get())
              : FileSink.open(path, chosen),
          file);
    } catch (IOException e) {
      throw CommandException.unwritable(file, e);
    } catch (InvalidPathException e) {
      throw CommandException.unwritable(file, new IOException("not a file name", e));
    }
  }

  /// The output of a crawl that is kept.
  public Output of(ParseResult parsed, KeptCrawl kept) {
    return new Output(kept.sink(), output.in(parsed), WarcOutput.NONE, Optional.of(kept));
  }

  /// How records are written.
  public RecordFormat recordFormat(ParseResult parsed) {
    var chosen = recordFields(parsed);
    return switch (format.in(parsed)) {
      case JSONL -> RecordFormat.jsonLines(chosen);
      case CSV -> RecordFormat.csv(chosen);
    };
  }

  private static Path folder(String output) {
    var file = new File(output).getAbsoluteFile();
    boolean isFile = !output.equals(STANDARD_OUTPUT) && (file.isFile() || !file.exists());
    return isFile ? file.getParentFile().toPath() : Path.of(System.getProperty("java.io.tmpdir"));
  }
}
