package dev.crawler.cli.report;

import static java.util.stream.Collectors.joining;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.journal.Gist;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `--report` tells: losses, and groups of near-duplicates where pages are looked at for them.
/// *Thread-safe.*
public final class EndReport implements AutoCloseable {
  private final Losses losses = new Losses();
  private final @Nullable Duplicates duplicates;

  /// Knows nothing yet.
  ///
  /// @param withDuplicates whether records have the hashes to find near-duplicates by
  public EndReport(boolean withDuplicates) {
    this.duplicates = withDuplicates ? Duplicates.begin() : null;
  }

  /// The same sink, whose records are counted once they are written.
  public Sink watching(Sink sink) {
    return new WatchedSink(sink, this);
  }

  /// A link that does not belong to the crawl was found.
  public void outOfScope(CrawlUrl url) {
    losses.outOfScope(url);
  }

  /// The report for standard error. This or the next is to be called once, at the end.
  ///
  /// @param overBudget URLs that were left out for `--max-pages`
  public List<Notice> notices(long overBudget) {
    var notices = new ArrayList<>(losses.table(overBudget).notices());
    if (duplicates != null) {
      notices.addAll(duplicates.table().notices());
    }
    return notices;
  }

  /// Writes the report as text.
  ///
  /// @throws CommandException when it cannot be written
  public void write(Path file, long overBudget) {
    var found = duplicates == null ? List.<String>of() : duplicates.table().lines();
    var lines = Stream.concat(losses.table(overBudget).lines().stream(), found.stream());
    ReportFile.write(file, lines.collect(joining("\n", "", "\n")));
  }

  @Override
  public void close() {
    if (duplicates != null) {
      duplicates.close();
    }
  }

  /// A record was written, by this process or a former one.
  public void add(String url, Gist gist) {
    losses.add(url, gist);
    if (duplicates != null) {
      duplicates.add(url, gist);
    }
  }

  private record WatchedSink(Sink sink, EndReport report) implements Sink {
    @Override
    public void write(PageRecord page) throws IOException {
      sink.write(page);
      report.add(page.url(), Gist.of(page));
    }

    @Override
    public void write(PageRecord page, Settlement settlement) throws IOException {
      sink.write(page, settlement);
      report.add(page.url(), Gist.of(page));
    }

    @Override
    public void flush() throws IOException {
      sink.flush();
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }
}
