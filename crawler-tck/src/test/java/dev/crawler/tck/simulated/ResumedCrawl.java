package dev.crawler.tck.simulated;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.journal.KeptJournal;
import dev.crawler.core.journal.StateFolder;
import dev.crawler.core.journal.Sums;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Step;
import dev.crawler.tck.server.RequestLog;
import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/// One crawl in several lives: each ends at a step that chance chooses, what is in flight is lost
/// with it, and so may be the end of its journal. *Confined to one thread.*
final class ResumedCrawl {
  private record Arrival(Instant at, long number, FetchTask task, FetchResult result) {}

  private static final RecordFormat FORMAT = RecordFormat.jsonLines(RecordFields.withoutVolatile());

  private final CrawlPlan plan;
  private final Path output;
  private final Path folder;
  private final SplittableRandom random;
  private final SimulatedWeb web;
  private final PriorityQueue<Arrival> arrivals =
      new PriorityQueue<>(Comparator.comparing(Arrival::at).thenComparingLong(Arrival::number));
  private final List<PageRecord> records = new ArrayList<>();
  private final Set<String> askedAgain = new HashSet<>();

  /// Where the journal ends when all seeds are in: that is safe from the start.
  private long begun;

  private Instant now = Instant.EPOCH;
  private long sent;

  ResumedCrawl(CrawlPlan plan, Site site, long seed, Path folder) {
    this.plan = plan;
    this.folder = folder.resolve("state");
    this.output = folder.resolve("out.jsonl");
    this.random = new SplittableRandom(~seed);
    this.web = new SimulatedWeb(site, seed, new RequestLog());
  }

  /// Crawls to the end, in so many lives at most and one more.
  List<PageRecord> run(int deaths) throws IOException {
    var state = new StateFolder(folder, Map.of(), plan.isLevelled(), () -> now);
    var journal = state.begin(output, FORMAT);
    for (int i = 0; !live(journal, i < deaths ? random.nextInt(200) : Integer.MAX_VALUE); i++) {
      arrivals.clear();
      tear();
      journal = state.resume(output);
      records.subList((int) journal.settled(), records.size()).clear();
    }
    return records;
  }

  /// Settled URLs that were asked for again.
  Set<String> askedAgain() {
    return askedAgain;
  }

  List<String> sortedLines() throws IOException {
    return Files.readAllLines(output).stream().sorted().toList();
  }

  /// So many steps; whether the crawl ended with them.
  private boolean live(KeptJournal journal, int steps) throws IOException {
    try (journal) {
      var rest = plan.with(journal.seeds(plan.seeds()), plan.sitemaps()).in(journal);
      var session = CrawlSession.begin(rest, CrawlListener.NONE);
      begun = begun == 0 ? Files.size(folder.resolve("journal")) : begun;
      var handler = new PageHandler(rest, collecting(journal.sink(FORMAT)));
      var settled = new HashSet<String>();
      records.forEach(record -> settled.add(record.url()));
      for (int i = 0; i < steps; i++) {
        if (!advance(session, handler, settled)) {
          journal.finish(Sums.NONE);
          return true;
        }
      }
      return false;
    }
  }

  /// What chance leaves of the end of the journal, and has been left of the output.
  private void tear() throws IOException {
    if (random.nextBoolean()) {
      try (var file = new RandomAccessFile(folder.resolve("journal").toFile(), "rw")) {
        file.setLength(Math.max(begun, file.length() - random.nextInt(2000)));
      }
      Files.writeString(output, "{\"torn\":", StandardOpenOption.APPEND);
    }
  }

  private Sink collecting(Sink sink) {
    return new Sink() {
      @Override
      public void write(PageRecord page) throws IOException {
        sink.write(page);
      }

      @Override
      public void write(PageRecord page, Settlement settlement) throws IOException {
        sink.write(page, settlement);
        records.add(page);
      }
    };
  }

  private boolean advance(CrawlSession session, PageHandler handler, Set<String> settled)
      throws IOException {
    switch (session.next(now)) {
      case Step.Fetch(var task) -> {
        if (task.purpose() == Purpose.PAGE && settled.contains(task.link().url().href())) {
          askedAgain.add(task.link().url().href());
        }
        send(task);
      }
      case Step.Exclude(var exclusion) -> {
        handler.exclude(exclusion);
        session.settle(exclusion);
      }
      case Step.Pause(var until) -> pause(session, handler, until);
      case Step.Await() -> arrive(session, handler);
      case Step.Exhausted() -> {
        return false;
      }
    }
    return true;
  }

  private void send(FetchTask task) {
    var result = web.answer(task, now);
    arrivals.add(new Arrival(now.plus(result.trace().elapsed()), sent++, task, result));
  }

  private void pause(CrawlSession session, PageHandler handler, Instant until) throws IOException {
    if (arrivals.isEmpty() || arrivals.peek().at().isAfter(until)) {
      now = until;
    } else {
      arrive(session, handler);
    }
  }

  private void arrive(CrawlSession session, PageHandler handler) throws IOException {
    var arrival = arrivals.poll();
    if (arrival == null) {
      throw new IllegalStateException("asked to wait for an answer with nothing in flight");
    }
    now = arrival.at();
    session.absorb(arrival.task(), handler.handle(arrival.task(), arrival.result()), now);
  }
}
