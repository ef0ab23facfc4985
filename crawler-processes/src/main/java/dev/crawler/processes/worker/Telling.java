package dev.crawler.processes.worker;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Settled;
import dev.crawler.core.session.Shard;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import dev.crawler.processes.ledger.LedgerEntry;
import dev.crawler.processes.ledger.Settlement;
import java.util.List;
import java.util.Optional;

/// Tells a shard what the ledger knows. *No state.*
final class Telling {
  private Telling() {}

  /// Tells a new one all of it: first what is settled, so that nothing is taken on twice.
  static void all(Shard shard, List<LedgerEntry> entries) {
    for (var entry : entries) {
      settled(entry).ifPresent(shard::restore);
    }
    entries.forEach(entry -> opened(shard, entry));
  }

  /// Tells one what is open. What it knows already does no harm.
  static void opened(Shard shard, LedgerEntry entry) {
    var text = entry.text();
    if (text == null) {
      shard.discover(entry.ways());
    } else if (entry.settlement() == null) {
      shard.refuse(text);
    }
  }

  private static Optional<Settled> settled(LedgerEntry entry) {
    var how = entry.settlement();
    if (how == null || entry.ways().isEmpty()) {
      return Optional.empty();
    }
    var first = entry.ways().getFirst();
    var link = new Link(first.url(), first.depth(), how.hops(), first.referrer());
    return Optional.of(new Settled(link, how.counted(), target(how)));
  }

  private static Optional<CrawlUrl> target(Settlement how) {
    var target = how.redirectTarget();
    return target != null && CrawlUrl.parse(target) instanceof UrlResult.Valid(var url)
        ? Optional.of(url)
        : Optional.empty();
  }
}
