package dev.crawler.cli.experiments.cancel;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.UserAgent;
import dev.crawler.tck.contract.Holdings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// Crawls with one engine until it is told to cancel, and tells in one line how that went: `CALLED
/// RETURNED RECORDS THREADS DESCRIPTORS PROCESSES LEFT`, the moments in microseconds since 1970,
/// how many there are left more than before the crawl, and what these are. Ends when its standard
/// input does.
final class CancelProcess {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  /// The one thread that frees what spilled bodies hold: made with the first of them, for good.
  private static final String CLEANER = " \"Cleaner-";

  private CancelProcess() {}

  /// @param args engine, fetches in flight, the file with as many URLs
  public static void main(String... args) throws IOException, InterruptedException {
    rehearse(args[0]);
    var before = Holdings.now();
    var records = new AtomicLong();
    var plan = plan(Files.readAllLines(Path.of(args[2])), Integer.parseInt(args[1]));
    var run =
        CrawlEngines.named(args[0]).start(plan, CrawlContext.of(_ -> records.incrementAndGet()));
    try (var orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      if (orders.readLine() != null) {
        System.out.println(cancelled(run, before, records));
      }
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    Runtime.getRuntime().halt(0); // whatever is left
  }

  /// A crawl that ends by itself, at a port where nobody listens: what the JDK and libraries make
  /// once for the process is there then.
  private static void rehearse(String engine) throws InterruptedException {
    var plan = plan(List.of("http://127.0.0.1:1/"), 1);
    try (var run = CrawlEngines.named(engine).start(plan, CrawlContext.of(_ -> {}))) {
      var _ = run.await();
    }
  }

  private static String cancelled(CrawlRun run, Holdings before, AtomicLong records)
      throws IOException {
    var clock = MonotonicClock.start();
    long called = Micros.of(clock.instant());
    run.close();
    long returned = Micros.of(clock.instant());
    long processes = ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
    var left =
        Holdings.now().beyond(before).stream().filter(one -> !one.contains(CLEANER)).toList();
    return "%d %d %d %d %d %d %s"
        .formatted(
            called,
            returned,
            records.get(),
            sum(left, one -> one.startsWith("thread ")),
            sum(left, one -> one.startsWith("descriptor ")),
            processes,
            named(left));
  }

  /// Sockets, of which there may be thousands, without what tells one from another.
  private static String named(List<String> left) {
    return left.stream()
        .filter(one -> !one.startsWith("file "))
        .map(one -> one.replaceFirst("#\\d+ ", "").replaceFirst("\\[\\d+]", ""))
        .collect(groupingBy(one -> one, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .map(one -> one.getValue() == 1 ? one.getKey() : one.getKey() + " x " + one.getValue())
        .collect(joining("; "));
  }

  private static long sum(List<String> left, Predicate<String> kind) {
    return left.stream()
        .filter(kind)
        .mapToLong(one -> Long.parseLong(one.substring(one.lastIndexOf(' ') + 1)))
        .sum();
  }

  /// A list, all of it at once.
  private static CrawlPlan plan(List<String> urls, int fetches) {
    var http = new HttpSettings(TIMEOUT, TIMEOUT, 10 << 20, UserAgent.DEFAULT, Headers.NONE, false);
    return CrawlPlan.of(urls)
        .limits(
            new Limits(
                fetches, OptionalLong.empty(), OptionalInt.empty(), 10, 0, Duration.ofSeconds(1)))
        .politeness(new Politeness(fetches, Duration.ZERO, Duration.ZERO, false))
        .http(http)
        .allowPrivate(true)
        .build();
  }
}
