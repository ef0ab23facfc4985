import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.LineSink;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a fetch in flight holds: memory with that many in flight and nothing queued, less memory
/// before. Wants a `SlowSite` of 50 hosts that lets pages wait for 20 s, and a heap that is touched
/// beforehand, so that what grows is not heap. `java -XX:+AlwaysPreTouch -Xms1g -Xmx1g -cp
/// 'crawler-cli/target/lib/*' docs/bench/FlightMemory.java PORT FETCHES ENGINE`
void main(String[] args) throws Exception {
  int fetches = Integer.parseInt(args[1]);
  var plan = plan(Integer.parseInt(args[0]), fetches);
  long heap = heap();
  long resident = resident();
  try (var sink =
          LineSink.to(OutputStream.nullOutputStream(), RecordFormat.jsonLines(RecordFields.all()));
      var run = CrawlEngines.named(args[2]).start(plan, CrawlContext.of(sink))) {
    while (run.progress().inFlight() < fetches) {
      Thread.sleep(100);
    }
    Thread.sleep(3_000); // until the last request is out
    heap = heap() - heap;
    resident = resident() - resident;
    if (run.progress().inFlight() < fetches) {
      throw new IllegalStateException("answers came too soon: let the site wait longer");
    }
  }
  IO.println(
      "%s: %.1f KB of heap a fetch, %.1f KB beside it"
          .formatted(args[2], heap / 1024.0 / fetches, resident / 1024.0 / fetches));
}

static final int HOSTS = 50;

/// As many seeds as fetches, and nothing beyond them.
CrawlPlan plan(int port, int fetches) {
  var seeds = new ArrayList<String>();
  for (int page = 0; page < fetches; page++) {
    seeds.add("http://127.0.1.%d:%d/%d".formatted(1 + page % HOSTS, port, page));
  }
  int perHost = Math.ceilDiv(fetches, HOSTS);
  return CrawlPlan.of(seeds)
      .politeness(new Politeness(perHost, Duration.ZERO, Duration.ZERO, true))
      .limits(
          new Limits(
              fetches, OptionalLong.empty(), OptionalInt.empty(), 10, 2, Duration.ofSeconds(1)))
      .build();
}

long heap() {
  System.gc();
  System.gc();
  return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
}

long resident() throws IOException {
  var lines = Files.readAllLines(Path.of("/proc/self/status"));
  var line = lines.stream().filter(one -> one.startsWith("VmRSS")).findFirst().orElseThrow();
  return Long.parseLong(line.replaceAll("\\D", "")) << 10;
}
