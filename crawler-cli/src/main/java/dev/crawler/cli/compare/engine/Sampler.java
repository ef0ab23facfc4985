package dev.crawler.cli.compare.engine;

import dev.crawler.cli.compare.json.EventWriter;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.session.Progress.Limit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks at a crawl ten times a second and tells what it saw. *Thread-safe.*
final class Sampler implements AutoCloseable {
  private static final long PERIOD_MILLIS = 100;

  /// A rate is over a second.
  private static final int WINDOW = 10;

  private static final Map<Limit, Quantity> SHARES =
      Map.of(
          Limit.NONE, Quantity.LIMITED_BY_NOTHING,
          Limit.CONCURRENCY, Quantity.LIMITED_BY_CONCURRENCY,
          Limit.DELAY, Quantity.LIMITED_BY_DELAY,
          Limit.PER_HOST, Quantity.LIMITED_BY_HOST,
          Limit.LEVEL, Quantity.LIMITED_BY_LEVEL,
          Limit.TAIL, Quantity.LIMITED_BY_TAIL);

  private final CrawlRun run;
  private final ProcessTree usage;
  private final EventWriter events;
  private final long began = System.nanoTime();
  private final Deque<Sample> window = new ArrayDeque<>();
  private final Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sampler").factory());
  private final Census census = Census.asked();
  private boolean closed;
  private int samples;
  private long inFlight;
  private int mostInFlight;

  private Sampler(CrawlRun run, ProcessTree usage, EventWriter events) {
    this.run = run;
    this.usage = usage;
    this.events = events;
  }

  static Sampler start(CrawlRun run, ProcessTree usage, EventWriter events) {
    var sampler = new Sampler(run, usage, events);
    var _ =
        sampler.timer.scheduleAtFixedRate(
            sampler::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return sampler;
  }

  /// Looks once more, and then no more.
  synchronized void finish() {
    close();
    look();
  }

  @Override
  public synchronized void close() {
    timer.shutdown();
    closed = true;
  }

  /// Puts in what came of all samples; to be called when it is finished. Samples of a time in which
  /// nothing was known yet do not count.
  synchronized void measure(Map<Quantity, Double> measured) {
    double all = Math.max(1, samples);
    SHARES.forEach((limit, share) -> measured.put(share, limits.getOrDefault(limit, 0) / all));
    measured.put(Quantity.IN_FLIGHT, inFlight / all);
    measured.put(Quantity.PEAK_IN_FLIGHT, (double) mostInFlight);
    census.measure(measured);
  }

  private synchronized void tick() {
    if (!closed) {
      look();
    }
  }

  private void look() {
    usage.look();
    var progress = run.progress();
    long millis = (System.nanoTime() - began) / 1_000_000;
    if (progress.requests() > 0) {
      samples++;
      inFlight += progress.inFlight();
      limits.merge(progress.limit(), 1, Integer::sum);
    }
    mostInFlight = Math.max(mostInFlight, progress.inFlight());
    census.look(progress.inFlight());
    var sample =
        new Sample(
            millis,
            progress.done(),
            progress.known(),
            progress.inFlight(),
            rate(millis, progress.done()),
            usage.threads(),
            run.lag().map(lag -> MeasuredCrawl.millis(lag.worst())).orElse(Double.NaN),
            usage.cpu().toMillis(),
            usage.heapBytes(),
            progress.limit());
    window.add(sample);
    if (window.size() > WINDOW) {
      window.remove();
    }
    events.sample(sample);
  }

  private double rate(long millis, long done) {
    var oldest = window.peek();
    long since = oldest == null ? 0 : oldest.millis();
    long before = oldest == null ? 0 : oldest.done();
    return (done - before) * 1e3 / Math.max(1, millis - since);
  }
}
