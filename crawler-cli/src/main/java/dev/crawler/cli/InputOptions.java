package dev.crawler.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Where the seeds come from, besides the arguments. *Confined to the main thread.*
final class InputOptions {
  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description =
          "URL list, one a line; - is standard input, .gz is read too; repeatable. Blank lines, "
              + "'# comment' lines and a trailing ' # note' are fine; example.org means "
              + "https://example.org/")
  private final List<String> inputs = new ArrayList<>();

  /// The lists, in the order given.
  List<String> inputs() {
    return List.copyOf(inputs);
  }
}
