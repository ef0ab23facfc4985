package dev.crawler.cli.compare.site;

import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// The least that a client can do: asks for pages over connections that stay open and reads them,
/// many at once, judging nothing. What it gets in a second is what the site can serve beside a
/// client on this machine. *Confined to one call.*
final class LoadClient {
  private static final Duration TRIAL = Duration.ofMillis(500);
  private static final int MOST_TRIALS = 12;

  /// While a trial is so much better than all before, the site is still warming up.
  private static final double GAIN = 1.05;

  private final Site site;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();

  private LoadClient(Site site) {
    this.site = site;
  }

  /// Requests in a second that the site answers, once it is warm: tried again and again, until that
  /// gets no better.
  ///
  /// @param connections at once
  static double requestsPerSecond(Site site, int connections) {
    double best = 0;
    for (int trial = 1; trial <= MOST_TRIALS; trial++) {
      double rate = new LoadClient(site).trial(connections);
      if (trial > 2 && rate < best * GAIN) {
        return Math.max(best, rate);
      }
      best = Math.max(best, rate);
    }
    return best;
  }

  private double trial(int connections) {
    long until = System.nanoTime() + TRIAL.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        int host = i % site.plan().hosts();
        threads.execute(() -> ask(host, until));
      }
    }
    return answered.get() * 1e9 / TRIAL.toNanos();
  }

  /// A connection that the site ends, or resets, is replaced: that is an answer of this site, too.
  private void ask(int host, long until) {
    while (System.nanoTime() < until) {
      try (var connection = LoadConnection.open(site.authorities().get(host))) {
        boolean open = true;
        while (open && System.nanoTime() < until) {
          int page = (int) (asked.getAndIncrement() % site.plan().pagesPerHost());
          open = connection.ask(site.page(host, page).target());
          answered.incrementAndGet();
        }
      } catch (IOException _) {
        answered.incrementAndGet();
      }
    }
  }
}
