import com.sun.management.OperatingSystemMXBean;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.LineSink;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The same crawl in rounds in one JVM, engine after engine: CPU and wall time a page, cold to
/// warm. `java -cp 'crawler-cli/target/lib/*' docs/bench/Rounds.java SEED ROUNDS PER_HOST
/// ENGINE...`
void main(String[] args) throws Exception {
  var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  int perHost = Integer.parseInt(args[2]);
  for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
    for (int i = 3; i < args.length; i++) {
      long cpu = os.getProcessCpuTime();
      long wall = System.nanoTime();
      long pages = crawl(args[0], args[i], perHost);
      double us = (os.getProcessCpuTime() - cpu) / 1e3 / pages;
      double seconds = (System.nanoTime() - wall) / 1e9;
      System.out.printf(
          "round %d %-9s %6d pages %6.2f s %7.0f pages/s %5.0f us CPU/page%n",
          round, args[i], pages, seconds, pages / seconds, us);
    }
  }
}

long crawl(String seed, String engine, int perHost) throws Exception {
  var plan =
      CrawlPlan.of(seed)
          .depth(Depth.UNLIMITED)
          .politeness(new Politeness(perHost, Duration.ZERO, Duration.ZERO, true))
          .limits(
              new Limits(
                  64,
                  OptionalLong.empty(),
                  OptionalInt.of(1_000_000),
                  10,
                  2,
                  Duration.ofSeconds(1)))
          .build();
  try (var sink =
          LineSink.to(OutputStream.nullOutputStream(), RecordFormat.jsonLines(RecordFields.all()));
      var run = CrawlEngines.named(engine).start(plan, CrawlContext.of(sink))) {
    return run.await().records();
  }
}
