package dev.crawler.cli;

import dev.crawler.core.record.FileSink;
import dev.crawler.core.record.JsonLinesSink;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// Where records go, and what of them. *Confined to the main thread.*
final class OutputOptions {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "JSON Lines, written to a neighbour and moved into place at the end; - is standard "
              + "output (default: -)")
  private String output = STANDARD_OUTPUT;

  @Option(
      names = "--fields",
      paramLabel = "LIST",
      split = ",",
      description = "comma list of the record fields to write (default: all)")
  private List<String> fields = List.of();

  @Option(names = "--no-links", description = "leave out the links, most of a record's bytes")
  private boolean noLinks;

  /// The output in words.
  String destination() {
    return output.equals(STANDARD_OUTPUT) ? "standard output" : output;
  }

  /// Which fields are written.
  ///
  /// @throws IllegalArgumentException naming a field that is none
  RecordFields recordFields() {
    var names = fields.stream().map(String::strip).toList();
    var chosen = names.isEmpty() ? RecordFields.all() : RecordFields.of(names);
    return noLinks ? chosen.withoutLinks() : chosen;
  }

  /// Opens the output.
  Sink open(OutputStream standardOutput) {
    if (output.equals(STANDARD_OUTPUT)) {
      return new JsonLinesSink(standardOutput, recordFields());
    }
    try {
      return FileSink.open(Path.of(output), recordFields());
    } catch (IOException e) {
      throw CommandException.unwritable(output, e);
    } catch (InvalidPathException e) {
      throw CommandException.unwritable(output, new IOException("not a file name", e));
    }
  }
}
