package dev.crawler.cli.option;

import dev.crawler.cli.warc.WarcOutput;
import dev.crawler.core.record.Sink;
import java.util.Optional;

/// Where the records of a crawl go, and its answers.
///
/// @param sink takes the records
/// @param name what a person calls it
/// @param archive takes the answers
/// @param kept the state that goes with it
public record Output(Sink sink, String name, WarcOutput archive, Optional<KeptCrawl> kept) {
  /// Records alone.
  public Output(Sink sink, String name) {
    this(sink, name, WarcOutput.NONE, Optional.empty());
  }

  /// The same beside an archive.
  public Output beside(WarcOutput answers) {
    return new Output(sink, name, answers, kept);
  }
}
