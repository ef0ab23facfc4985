package dev.crawler.cli.option;

import dev.crawler.cli.warc.WarcOutput;
import dev.crawler.core.record.Sink;

/// Where the records of a crawl go, and its answers.
///
/// @param sink takes the records
/// @param name what a person calls it
/// @param archive takes the answers
public record Output(Sink sink, String name, WarcOutput archive) {
  /// Records alone.
  public Output(Sink sink, String name) {
    this(sink, name, WarcOutput.NONE);
  }

  /// The same beside an archive.
  public Output beside(WarcOutput answers) {
    return new Output(sink, name, answers);
  }
}
