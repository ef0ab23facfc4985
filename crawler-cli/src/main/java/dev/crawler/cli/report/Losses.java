package dev.crawler.cli.report;

import dev.crawler.core.journal.Gist;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what a crawl does not get, by host and reason. A crawl of a million hosts has more rows
/// than memory should hold, so at most twice the number wanted are kept: then the smaller half is
/// dropped. A host that is dropped and comes back begins anew, so after that a count may be too
/// low; the sums by reason never are. *Thread-safe.*
final class Losses {
  /// Some 10 MB with the longest names and examples.
  private static final int ROWS = 10_000;

  private static final int LONGEST_EXAMPLE = 200;

  private final int wanted;
  private final Map<Place, Count> rows = new HashMap<>();
  private final Map<Loss, Long> sums = new TreeMap<>();
  private boolean cut;

  /// Where URLs are lost, and how.
  private record Place(String host, Loss loss) {}

  private static final class Count {
    private final String example;
    private long number;

    private Count(String example) {
      this.example = example;
    }
  }

  Losses() {
    this(ROWS);
  }

  Losses(int wanted) {
    this.wanted = wanted;
  }

  /// A link that does not belong to the crawl was found.
  void outOfScope(CrawlUrl url) {
    add(url.hostKey().value(), Loss.OUT_OF_SCOPE, url.toString());
  }

  /// What was counted so far.
  ///
  /// @param overBudget URLs that were left out for `--max-pages`, which have no host here
  synchronized LossTable table(long overBudget) {
    var all = new TreeMap<>(sums);
    if (overBudget > 0) {
      all.put(Loss.OVER_BUDGET, overBudget);
    }
    return new LossTable(all, greatest(), cut || rows.size() > wanted);
  }

  /// A record was written.
  void add(String url, Gist gist) {
    switch (gist.outcome()) {
      case OK, REDIRECT -> {}
      case HTTP_ERROR, FAILED, EXCLUDED -> add(host(url), Loss.of(gist), url);
    }
  }

  private synchronized void add(String host, Loss loss, String url) {
    sums.merge(loss, 1L, Long::sum);
    rows.computeIfAbsent(new Place(host, loss), _ -> new Count(cut(url))).number++;
    if (rows.size() >= 2 * wanted) {
      prune();
    }
  }

  private void prune() {
    cut = true;
    var kept = new HashMap<Place, Count>();
    for (var row : greatest()) {
      var place = new Place(row.host(), row.loss());
      var count = rows.get(place);
      if (count != null) {
        kept.put(place, count);
      }
    }
    rows.clear();
    rows.putAll(kept);
  }

  private List<LossRow> greatest() {
    return rows.entrySet().stream()
        .map(row ->
            new LossRow(
                row.getKey().host(),
                row.getKey().loss(),
                row.getValue().number,
                row.getValue().example))
        .sorted(LossRow.GREATEST_FIRST)
        .limit(wanted)
        .toList();
  }

  private static String host(String url) {
    return CrawlUrl.parse(url) instanceof UrlResult.Valid(var valid) ? valid.hostKey().value() : "";
  }

  static String cut(String url) {
    return url.length() > LONGEST_EXAMPLE ? url.substring(0, LONGEST_EXAMPLE) + "..." : url;
  }
}
