import com.sun.management.OperatingSystemMXBean;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.LineSink;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Crawls `SlowSite` with thousands of fetches in flight, in rounds in one JVM: the rate while they
/// are in flight, and the CPU that crawler and site use for a page. `java -cp
/// 'crawler-cli/target/lib/*' docs/bench/InFlight.java HOST:PORT FETCHES ROUNDS ENGINE...`
void main(String[] args) throws Exception {
  authority = args[0];
  var site = Stats.of(authority);
  var plan = plan(site, Integer.parseInt(args[1]));
  for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
    for (var engine : List.of(args).subList(3, args.length)) {
      IO.println("round %d %-9s %s".formatted(round, engine, round(engine, plan)));
    }
  }
}

static final OperatingSystemMXBean OS =
    (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

String authority;

/// What the site says of itself, and of the time since it was asked last.
record Stats(int hosts, int pages, int delayMillis, long served, long cpuMicros, int most) {
  static Stats of(String authority) throws IOException {
    try (var answer = URI.create("http://" + authority + "/stats").toURL().openStream()) {
      var words = new String(answer.readAllBytes()).split(" ");
      var numbers = List.of(words).stream().mapToLong(Long::parseLong).toArray();
      return new Stats(
          (int) numbers[0],
          (int) numbers[1],
          (int) numbers[2],
          numbers[3],
          numbers[4],
          (int) numbers[5]);
    }
  }
}

/// The whole site from the first page of each host, as fast as the hosts' limits let it.
CrawlPlan plan(Stats site, int fetches) {
  var seeds = new ArrayList<String>();
  int port = URI.create("http://" + authority).getPort();
  for (int host = 0; host < site.hosts; host++) {
    seeds.add("http://127.0.%d.%d:%d/%d".formatted(1 + host / 250, 1 + host % 250, port, host));
  }
  var none = OptionalLong.empty();
  int perHost = Math.ceilDiv(fetches, site.hosts);
  return CrawlPlan.of(seeds)
      .depth(Depth.UNLIMITED)
      .politeness(new Politeness(perHost, Duration.ZERO, Duration.ZERO, true))
      .limits(new Limits(fetches, none, OptionalInt.empty(), 10, 2, Duration.ofSeconds(1)))
      .allowPrivate(true)
      .build();
}

String round(String engine, CrawlPlan plan) throws Exception {
  System.gc();
  Stats.of(authority);
  ManagementFactory.getThreadMXBean().resetPeakThreadCount();
  long cpu = OS.getProcessCpuTime();
  long wall = System.nanoTime();
  try (var sink =
          LineSink.to(OutputStream.nullOutputStream(), RecordFormat.jsonLines(RecordFields.all()));
      var run = CrawlEngines.named(engine).start(plan, CrawlContext.of(sink))) {
    var flight = Flight.watch(run, plan.limits().concurrency());
    var report = run.await();
    double seconds = (System.nanoTime() - wall) / 1e9;
    double micros = (OS.getProcessCpuTime() - cpu) / 1e3 / report.records();
    var site = Stats.of(authority);
    return "%d pages %.2f s, %s, us CPU/page %.0f + site %.0f, at the site %d, threads %d, %s"
        .formatted(
            report.records(),
            seconds,
            flight,
            micros,
            (double) site.cpuMicros / site.served,
            site.most,
            ManagementFactory.getThreadMXBean().getPeakThreadCount(),
            peakMemory());
  }
}

/// The time from the first moment with nearly all fetches in flight to the last.
record Flight(double seconds, double rate, double inFlight) {
  private static final int TICK_MILLIS = 20;

  static Flight watch(CrawlRun run, int fetches) throws InterruptedException {
    long begin = 0;
    long first = 0;
    long end = 0;
    long last = 0;
    long sum = 0;
    long ticks = 0;
    while (!run.completion().toCompletableFuture().isDone()) {
      var progress = run.progress();
      if (progress.inFlight() >= 0.95 * fetches) {
        end = System.nanoTime();
        last = progress.done();
        if (ticks++ == 0) {
          begin = end;
          first = last;
        }
        sum += progress.inFlight();
      }
      Thread.sleep(TICK_MILLIS);
    }
    double seconds = (end - begin) / 1e9;
    return new Flight(seconds, (last - first) / seconds, (double) sum / ticks);
  }

  @Override
  public String toString() {
    return "%.0f pages/s with %.0f in flight for %.1f s".formatted(rate, inFlight, seconds);
  }
}

String peakMemory() throws IOException {
  var lines = Files.readAllLines(Path.of("/proc/self/status"));
  var peak = lines.stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElseThrow();
  return "peak RSS %d MB".formatted(Long.parseLong(peak.replaceAll("\\D", "")) >> 10);
}
