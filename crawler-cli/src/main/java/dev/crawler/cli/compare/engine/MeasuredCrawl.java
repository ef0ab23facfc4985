package dev.crawler.cli.compare.engine;

import dev.crawler.cli.compare.json.EventWriter;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Archive;
import dev.crawler.core.record.FileSink;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A crawl that is measured from within. *Confined to the main thread, but for being abandoned.*
final class MeasuredCrawl {
  private final CrawlEngine engine;
  private final Crew crew;
  private final CrawlPlan plan;
  private final EventWriter events;
  private final MonotonicClock clock = MonotonicClock.start();
  private volatile @Nullable CrawlRun underWay;

  MeasuredCrawl(CrawlEngine engine, Crew crew, CrawlPlan plan, EventWriter events) {
    this.engine = engine;
    this.crew = crew;
    this.plan = plan;
    this.events = events;
  }

  /// Crawls to the end and tells it.
  ///
  /// @param records where its records go, without what differs from run to run
  void run(Path records) throws IOException, InterruptedException {
    var measured = new EnumMap<Quantity, Double>(Quantity.class);
    var usage = ProcessTree.of(engine.takesCrew());
    double cpuBefore = millis(usage.cpu());
    try (var sink = new MeasuringSink(FileSink.open(records, format()), clock)) {
      var report = crawl(sink, usage, measured);
      sink.complete();
      var endedAt = clock.instant();
      measured.put(Quantity.PAGES, (double) sink.pages());
      measured.put(Quantity.REQUESTS, (double) report.requests());
      measured.put(Quantity.RETRIES, (double) report.retries());
      sink.fetchTimes().measureFetches(measured);
      sink.pageTimes().measurePages(measured);
      usage.measure(measured, cpuBefore, sink.pages());
      events.end(measured, sink.fetchTimes().curve(), sink.firstFetchAt(), endedAt);
    }
  }

  /// Ends what is under way, so that nothing is left of it when the process goes.
  void abandon() {
    var run = underWay;
    if (run != null) {
      run.close();
    }
  }

  private CrawlReport crawl(MeasuringSink sink, ProcessTree usage, Map<Quantity, Double> measured)
      throws InterruptedException {
    events.start();
    try (var run = engine.start(plan, context(sink));
        var sampler = Sampler.start(run, usage, events)) {
      underWay = run;
      var report = run.await();
      sampler.finish();
      sampler.measure(measured);
      run.lag()
          .ifPresent(lag -> {
            measured.put(Quantity.LOOP_LAG_P50_MS, millis(lag.median()));
            measured.put(Quantity.LOOP_LAG_P99_MS, millis(lag.p99()));
            measured.put(Quantity.LOOP_LAG_MAX_MS, millis(lag.worst()));
          });
      return report;
    }
  }

  private CrawlContext context(MeasuringSink sink) {
    return new CrawlContext(
        sink, Archive.NONE, CrawlListener.NONE, clock, NameResolver.SYSTEM, crew);
  }

  /// In a crawl without levels depth and referrer are those of the first discovery.
  private RecordFormat format() {
    var fields = RecordFields.withoutVolatile();
    boolean exact = plan.isLevelled() || !plan.depth().isUnlimited();
    return RecordFormat.jsonLines(exact ? fields : fields.withoutDiscovery());
  }

  static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
