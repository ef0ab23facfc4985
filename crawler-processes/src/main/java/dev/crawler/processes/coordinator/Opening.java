package dev.crawler.processes.coordinator;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.Charter;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import dev.crawler.processes.coordinator.Lead.Wishes;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.job.JobBoard;
import dev.crawler.processes.job.Orders;
import dev.crawler.processes.launch.Headroom;
import dev.crawler.processes.part.RecordKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Opens what workers begin with: the seeds, the charter, and what is known of hosts already.
/// *Confined to the coordinator's thread.*
final class Opening {
  private static final int LOAD = 1_000;

  /// Seeds, after each of which it is asked whether there is memory for more.
  private static final int STRETCH = 20_000;

  private final CrawlPlan plan;
  private final Books books;
  private final JobBoard board;
  private final Orders orders;
  private final Headroom headroom = Headroom.ofThisProcess();
  private final List<Link> links = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private long opened;

  /// Of the crawl that is on a board.
  Opening(CrawlPlan plan, Books books, JobBoard board, Orders orders) {
    this.plan = plan;
    this.orders = orders;
    this.books = books;
    this.board = board;
  }

  /// Opens everything. Returns how it went as far as that.
  CrawlReport open(CrawlContext context, Wishes wishes) throws IOException, InterruptedException {
    if (plan.sitemaps().areWanted()) {
      var prelude = Overture.play(plan, context, wishes);
      for (var seed : prelude.seeds()) {
        open(seed);
      }
      prelude.manners(context.clock().instant()).forEach(books::write);
      return opened(prelude.charter(), prelude.report());
    }
    var charter = new Charter(plan.scope());
    for (var seed : plan.seeds()) {
      open(seed);
      if (CrawlUrl.parse(seed) instanceof UrlResult.Valid(var url)) {
        charter.add(url);
      }
    }
    return opened(charter, CrawlReport.NONE);
  }

  private CrawlReport opened(Charter charter, CrawlReport report)
      throws IOException, InterruptedException {
    write();
    board.put(charter);
    return report;
  }

  private void open(String seed) throws IOException, InterruptedException {
    if (CrawlUrl.parse(seed) instanceof UrlResult.Valid(var url)) {
      links.add(Link.seed(url));
    } else {
      texts.add(RecordKey.of(seed).text());
    }
    if (links.size() + texts.size() == LOAD) {
      write();
    }
  }

  private void write() throws IOException, InterruptedException {
    opened += links.size() + texts.size();
    books.ledger().open(links);
    books.ledger().openTexts(texts);
    links.clear();
    texts.clear();
    if (opened % STRETCH == 0) {
      Memory.require(headroom);
      Memory.require(orders, opened);
    }
  }
}
