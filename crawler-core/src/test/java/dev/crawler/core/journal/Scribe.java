package dev.crawler.core.journal;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.Sink;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes journals as a crawl would. *Confined to one thread.*
final class Scribe {
  static final RecordFormat FORMAT = RecordFormat.csv(RecordFields.all());

  final Path state;
  final Path output;
  final List<Settlement> written = new ArrayList<>();

  Scribe(Path folder) {
    state = folder.resolve("state");
    output = folder.resolve("out.csv");
  }

  StateFolder folder(String... terms) {
    var map = Map.of("--depth", terms.length == 0 ? "3" : terms[0]);
    return new StateFolder(state, map, true, InstantSource.system());
  }

  Path journal() {
    return state.resolve("journal");
  }

  /// A journal with that many settled URLs.
  void write(int count) throws IOException {
    try (var journal = folder().begin(output, FORMAT)) {
      for (var _ : journal.seeds(List.of("http://a.example/", "http://b.example/", "ü\uD800"))) {
        // written on their way
      }
      write(journal, 0, count);
    }
  }

  void write(KeptJournal journal, int from, int to) throws IOException {
    var sink = journal.sink(FORMAT);
    for (int i = from; i < to; i++) {
      write(sink, settlement(i));
    }
  }

  private void write(Sink sink, Settlement settlement) throws IOException {
    var exclusion =
        settlement instanceof Settlement.Excluded(var some)
            ? some
            : Exclusion.of(((Settlement.Fetched) settlement).link(), ExclusionReason.TRAP);
    var records = new CollectedRecords();
    new PageHandler(CrawlPlan.of().depth(Depth.UNLIMITED).build(), records).exclude(exclusion);
    sink.write(records.records().getFirst(), settlement);
    written.add(settlement);
  }

  /// All that a settlement can be, links that were not there before included.
  static Settlement settlement(int i) {
    var url = CrawlUrl.of("http://a.example/page/" + i + "?q=%C3%BC");
    var referrer = CrawlUrl.of("http://b.example/from/" + i / 2);
    return switch (i % 4) {
      case 0 -> new Settlement.Fetched(Link.seed(url), Optional.empty(), List.of(url, referrer));
      case 1 ->
          new Settlement.Fetched(new Link(url, 3, 2, referrer), Optional.of(referrer), List.of());
      case 2 ->
          new Settlement.Excluded(
              Exclusion.of(new Link(url, 1, 4, referrer), ExclusionReason.REDIRECT_LIMIT));
      default ->
          new Settlement.Excluded(
              new Exclusion("no url ü\uD83D " + i, ExclusionReason.INVALID_URL, null, 0, 0, null));
    };
  }
}
