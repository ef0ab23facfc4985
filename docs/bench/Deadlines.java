import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How well the total deadline holds: every fault that only a deadline ends, all at once, with each
/// engine. `java -cp 'crawler-cli/target/lib/*' docs/bench/Deadlines.java MILLIS [ENGINE...]`
void main(String[] args) throws Exception {
  var deadline = Duration.ofMillis(Long.parseLong(args[0]));
  var engines = List.of(args).subList(1, args.length);
  for (var engine : engines) {
    IO.println("%-9s %s".formatted(engine, measure(engine, deadline)));
  }
}

String measure(String engine, Duration deadline) throws Exception {
  var faults = Faults.ofStallingPages();
  var records = new CollectedRecords();
  try (var server = HostileServer.start(faults)) {
    var urls =
        faults.stream()
            .flatMap(fault -> fault.seeds().stream().map(path -> server.url(fault, path)))
            .toList();
    var context =
        new CrawlContext(records, CrawlListener.NONE, MonotonicClock.start(), server.names());
    try (var run = CrawlEngines.named(engine).start(plan(urls, deadline), context)) {
      run.await();
    }
  }
  var late =
      records.records().stream()
          .filter(page -> page.reason() != null && page.reason().label().equals("timeout"))
          .mapToLong(page -> page.trace().elapsed().toMillis() - deadline.toMillis())
          .summaryStatistics();
  return "%d timeouts, from %+d to %+d ms of the deadline"
      .formatted(late.getCount(), late.getMin(), late.getMax());
}

/// One attempt at each; a connection has half of the time.
CrawlPlan plan(List<String> urls, Duration deadline) {
  var usual = HttpSettings.DEFAULT;
  return CrawlPlan.of(urls)
      .limits(new Limits(64, OptionalLong.empty(), OptionalInt.empty(), 0, 0, Duration.ofMillis(1)))
      .politeness(new Politeness(1, Duration.ZERO, Duration.ZERO, false))
      .http(
          new HttpSettings(
              deadline.dividedBy(2),
              deadline,
              usual.maxBody(),
              usual.userAgent(),
              usual.headers(),
              true))
      .build();
}
