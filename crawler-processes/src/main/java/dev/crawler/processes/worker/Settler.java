package dev.crawler.processes.worker;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.session.Settled;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.ledger.Settlement;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// Ends URLs in the ledger whose record this thread has just written. An end that the ledger
/// refuses is one that another worker has brought about: the record here counts for nothing.
/// *Thread-safe.*
public final class Settler {
  private final Books books;
  private final PartSink part;
  private final int worker;
  private final IntToLongFunction epochs;

  /// @param worker number of the part file
  /// @param epochs under which claim a partition is held
  Settler(Books books, PartSink part, int worker, IntToLongFunction epochs) {
    this.books = books;
    this.part = part;
    this.worker = worker;
    this.epochs = epochs;
  }

  /// Ends the URL of a task, if it has a record.
  public void settle(FetchTask task, Outcome outcome) {
    settle(task.link().url(), task.link().hops(), true, target(outcome));
  }

  /// Ends an excluded URL or text.
  public void settle(Exclusion exclusion) {
    switch (CrawlUrl.parse(exclusion.url())) {
      case UrlResult.Valid(var url) -> settle(url, 0, Settled.isCounted(exclusion), null);
      case UrlResult.Invalid _, UrlResult.Unsupported _ -> {
        var text = exclusion.url();
        long epoch = epochs.applyAsLong(books.ofText(text));
        var position = part.taken().orElseThrow();
        books.ledger().settle(text, text, new Settlement(worker, position, epoch, 0, false, null));
      }
    }
  }

  private void settle(CrawlUrl url, int hops, boolean counted, @Nullable String target) {
    var position = part.taken();
    if (position.isPresent()) {
      long epoch = epochs.applyAsLong(books.of(url));
      var how = new Settlement(worker, position.getAsLong(), epoch, hops, counted, target);
      books.ledger().settle(books.keys().of(url), url.key(), how);
    }
  }

  private static @Nullable String target(Outcome outcome) {
    return outcome instanceof Outcome.Redirect(var target, var _)
        ? target.map(CrawlUrl::href).orElse(null)
        : null;
  }
}
