package dev.crawler.cli.metrics;

import dev.crawler.cli.job.TallySink;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.Progress;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/// The figures of one crawl. All but the times of fetches are kept elsewhere anyway, and read when
/// they are asked for. *Thread-safe.*
final class CrawlMetrics {
  private static final double NANOS = 1e9;
  private static final String NO_REASON = "";

  /// From an answer of the next room to the usual `--timeout`.
  private static final double[] SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram fetches =
      Histogram.builder()
          .name("crawler_fetch_seconds")
          .help("Time of the last attempt at each URL, from look-up to last byte")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .withoutExemplars()
          .register(registry);

  PrometheusRegistry registry() {
    return registry;
  }

  /// The same sink; the times in its records are counted once they are written.
  Sink timing(Sink sink) {
    return new TimedSink(sink, this::observe);
  }

  /// Names what is read, and where.
  void register(CrawlRun run, TallySink tally) {
    registerCounters(run, tally);
    registerGauges(run);
    ProcessMetrics.builder().register(registry);
    JvmMemoryMetrics.builder().register(registry);
    JvmThreadsMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
  }

  private void observe(Duration elapsed) {
    fetches.observe(elapsed.toNanos() / NANOS);
  }

  private void registerCounters(CrawlRun run, TallySink tally) {
    CounterWithCallback.builder()
        .name("crawler_records_total")
        .help("Records written")
        .labelNames("outcome", "reason")
        .callback(sample -> records(tally, sample))
        .register(registry);
    counter("body_bytes", "Decoded bytes of all bodies", tally::bytes);
    counter("requests", "Fetches begun", () -> run.progress().requests());
    counter("retries", "Fetches begun again", () -> run.progress().retries());
    counter("robots_requests", "Fetches of robots.txt", () -> run.progress().robotsFetches());
  }

  private void registerGauges(CrawlRun run) {
    gauge("in_flight", "Fetches under way", run, Progress::inFlight);
    gauge("known_urls", "Distinct URLs taken on, ended or not", run, Progress::known);
    gauge("queued_urls", "URLs that wait", run, Progress::queued);
    gauge("waiting_hosts", "Hosts with something to fetch", run, Progress::hostsReady);
    GaugeWithCallback.builder()
        .name("crawler_rate_limit")
        .help("1 for what holds the rate down now")
        .labelNames("limit")
        .callback(sample -> limits(run.progress().limit(), sample))
        .register(registry);
    GaugeWithCallback.builder()
        .name("crawler_event_loop_lag_seconds")
        .help("How late the event loop came so far, when the engine has one")
        .labelNames("statistic")
        .callback(sample -> run.lag().ifPresent(lag -> lags(lag, sample)))
        .register(registry);
  }

  private void counter(String name, String help, LongSupplier value) {
    CounterWithCallback.builder()
        .name("crawler_" + name + "_total")
        .help(help)
        .callback(sample -> sample.call((double) value.getAsLong()))
        .register(registry);
  }

  private void gauge(String name, String help, CrawlRun run, ToDoubleFunction<Progress> value) {
    GaugeWithCallback.builder()
        .name("crawler_" + name)
        .help(help)
        .callback(sample -> sample.call(value.applyAsDouble(run.progress())))
        .register(registry);
  }

  private static void records(TallySink tally, CounterWithCallback.Callback sample) {
    for (var outcome : RecordOutcome.values()) {
      switch (outcome) {
        case OK, REDIRECT, HTTP_ERROR ->
            sample.call((double) tally.count(outcome), outcome.label(), NO_REASON);
        case FAILED, EXCLUDED ->
            tally
                .reasons(outcome)
                .forEach((reason, count) -> sample.call((double) count, outcome.label(), reason));
      }
    }
  }

  private static void limits(Progress.Limit now, GaugeWithCallback.Callback sample) {
    for (var limit : Progress.Limit.values()) {
      sample.call(limit == now ? 1 : 0, limit.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void lags(LoopLag lag, GaugeWithCallback.Callback sample) {
    sample.call(lag.median().toNanos() / NANOS, "median");
    sample.call(lag.p99().toNanos() / NANOS, "p99");
    sample.call(lag.worst().toNanos() / NANOS, "worst");
  }
}
