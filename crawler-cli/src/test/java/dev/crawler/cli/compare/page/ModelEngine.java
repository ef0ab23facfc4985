package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.EngineRun.Percentile;
import dev.crawler.cli.compare.result.Measures;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.core.session.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;

/// An engine that nobody wrote, with figures such as real ones have.
///
/// @param name of it
/// @param rate pages per second
/// @param cpu milliseconds of a page
/// @param threads of the system
/// @param memory resident MiB
/// @param lag of an event loop at the 99th percentile in ms, or 0 without one
record ModelEngine(String name, double rate, double cpu, int threads, int memory, double lag) {
  static final int PAGES = 2400;
  private static final double MIB = 1024.0 * 1024;
  private static final double[] PERCENTS = {0, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 100};
  private static final double[] MILLIS = {20, 24, 31, 44, 62, 80, 160, 210, 330, 380, 410};

  /// One crawl, off the mark by some percent.
  EngineRun run(int round, double spread) {
    var chance = new Random(round * 0x9E3779B97F4A7C15L ^ name.hashCode() * 0xD1B54A32D192ED03L);
    double luck = 1 + spread * (chance.nextDouble() - 0.5);
    double seconds = PAGES / (rate * luck);
    var curve =
        DoubleStream.iterate(0, at -> at < PERCENTS.length, at -> at + 1)
            .mapToObj(
                at -> new Percentile(PERCENTS[(int) at], MILLIS[(int) at] * (1 + lag / 100) / luck))
            .toList();
    var measured = new EnumMap<Quantity, Double>(Quantity.class);
    putWork(measured, seconds, luck);
    putMachine(measured, luck);
    return new EngineRun(name, round, Measures.of(measured), curve, way(seconds, chance));
  }

  private void putWork(Map<Quantity, Double> to, double seconds, double luck) {
    to.put(Quantity.PAGES, (double) PAGES);
    to.put(Quantity.REQUESTS, PAGES + 24.0);
    to.put(Quantity.RETRIES, 12.0);
    to.put(Quantity.START_MS, 420 * luck);
    to.put(Quantity.CRAWL_MS, seconds * 1000);
    to.put(Quantity.WALL_MS, seconds * 1000 + 420 * luck);
    to.put(Quantity.PAGES_PER_SECOND, PAGES / seconds);
    to.put(Quantity.CPU_MS, PAGES * cpu / luck + 600);
    to.put(Quantity.CPU_MS_PER_PAGE, cpu / luck);
    to.put(Quantity.CPU_CORES, cpu / luck * PAGES / seconds / 1000);
    to.put(Quantity.FETCH_P50_MS, 31 / luck);
    to.put(Quantity.FETCH_P99_MS, 160 * (1 + lag / 100) / luck);
    to.put(Quantity.FETCH_P999_MS, 330 / luck);
    to.put(Quantity.FETCH_MAX_MS, 410 / luck);
    to.put(Quantity.IN_FLIGHT, rate * 0.034);
  }

  private void putMachine(Map<Quantity, Double> to, double luck) {
    to.put(Quantity.PEAK_RESIDENT_BYTES, memory * MIB * luck);
    to.put(Quantity.PEAK_HEAP_BYTES, memory * MIB * 0.5 * luck);
    to.put(Quantity.LIVE_HEAP_BYTES, memory * MIB * 0.12);
    to.put(Quantity.THREADS, (double) threads);
    to.put(Quantity.PROCESSES, name.equals("processes") ? 3.0 : 1.0);
    to.put(Quantity.VOLUNTARY_SWITCHES_PER_PAGE, 4 + threads / 12.0 * luck);
    to.put(Quantity.INVOLUNTARY_SWITCHES_PER_PAGE, 0.6 * luck);
    if (lag > 0) {
      to.put(Quantity.LOOP_LAG_P50_MS, 0.2 * luck);
      to.put(Quantity.LOOP_LAG_P99_MS, lag * luck);
      to.put(Quantity.LOOP_LAG_MAX_MS, lag * 2.4 * luck);
    }
    double free = Math.min(0.9, rate / 600);
    to.put(Quantity.LIMITED_BY_NOTHING, free * 0.3);
    to.put(Quantity.LIMITED_BY_CONCURRENCY, (1 - free) * 0.8);
    to.put(Quantity.LIMITED_BY_DELAY, free * 0.5);
    to.put(Quantity.LIMITED_BY_HOST, free * 0.2);
    to.put(Quantity.LIMITED_BY_LEVEL, (1 - free) * 0.15);
    to.put(Quantity.LIMITED_BY_TAIL, (1 - free) * 0.05);
  }

  /// Slow at first and at the end, as crawls are.
  List<Sample> way(double seconds, Random chance) {
    var samples = new ArrayList<Sample>();
    int steps = (int) Math.max(20, Math.min(200, seconds * 10));
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      double done = PAGES * (part + 0.02 * Math.sin(part * 9) * part * (1 - part) * 8);
      samples.add(
          new Sample(
              Math.round(part * seconds * 1000),
              Math.round(Math.min(PAGES, done)),
              Math.round(PAGES * Math.min(1, 0.2 + part * 1.4)),
              (int) Math.round(rate * 0.034 * (0.8 + 0.4 * chance.nextDouble())),
              rate * (0.9 + 0.2 * chance.nextDouble()),
              threads - (i < 3 ? threads / 2 : 0),
              lag > 0 ? lag * part : Double.NaN,
              Math.round(part * PAGES * cpu),
              Math.round(memory * MIB * (0.2 + 0.3 * chance.nextDouble())),
              part > 0.95 ? Progress.Limit.TAIL : Progress.Limit.CONCURRENCY));
    }
    return samples;
  }
}
