package dev.crawler.tck.contract;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// A crawl that has come to its end: the records that were written until then, and the report.
/// *Immutable.*
record Crawl(CollectedRecords sink, CrawlReport report) {
  /// Crawls with the engine under test.
  ///
  /// @throws AssertionError when the crawl does not end
  static Crawl of(EngineUnderTest test, CrawlPlan plan) {
    return of(test.engine(), plan, test.patience().toMillis());
  }

  static Crawl of(CrawlEngine engine, CrawlPlan plan, long patienceMillis) {
    return of(engine, plan, new LiteralNames(), Duration.ofMillis(patienceMillis));
  }

  static Crawl of(CrawlEngine engine, CrawlPlan plan, NameResolver names, Duration patience) {
    var sink = new CollectedRecords();
    var clock = MonotonicClock.start();
    var context = new CrawlContext(sink, CrawlListener.NONE, clock, names);
    try (var run = new PatientRun(engine.start(plan, context), patience)) {
      var report =
          run.completion().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Crawl(sink, report);
    } catch (TimeoutException e) {
      throw new AssertionError("the crawl does not end", e);
    } catch (ExecutionException e) {
      throw new AssertionError("the crawl failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// A context that writes to the sink and asks no name server.
  static CrawlContext context(Sink sink) {
    return new CrawlContext(sink, CrawlListener.NONE, MonotonicClock.start(), new LiteralNames());
  }

  List<PageRecord> records() {
    return sink.records();
  }

  /// Lines in order, without what differs from run to run.
  List<String> lines(CrawlPlan plan) {
    return lines(plan, _ -> true);
  }

  /// The same of some of the records.
  List<String> lines(CrawlPlan plan, Predicate<PageRecord> chosen) {
    boolean exact = plan.isLevelled() || !plan.depth().isUnlimited();
    var some = new CollectedRecords();
    records().stream().filter(chosen).forEach(some::write);
    return some.sortedLines(
        RecordFields.of(exact ? ComparedFields.EXACT : ComparedFields.STREAMED));
  }
}
