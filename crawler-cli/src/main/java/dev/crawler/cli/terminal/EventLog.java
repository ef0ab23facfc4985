package dev.crawler.cli.terminal;

import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/// What happened, for a person: kept in a bounded queue until [#drain], because the session must
/// not wait for a terminal that is scrolled back. *Thread-safe.*
public final class EventLog implements CrawlListener {
  private static final int CAPACITY = 1_000;

  private final Verbosity verbosity;
  private final Queue<String> lines = new ArrayBlockingQueue<>(CAPACITY);
  private final ConcurrentSkipListSet<String> limits = new ConcurrentSkipListSet<>();
  private final AtomicLong dropped = new AtomicLong();

  public EventLog(Verbosity verbosity) {
    this.verbosity = verbosity;
  }

  @Override
  public void crawlDelayCapped(HostKey host, Duration asked, Duration used) {
    warn(
        "%s asks for a crawl delay of %s; %s is kept (--max-crawl-delay)"
            .formatted(host, Figures.seconds(asked), Figures.seconds(used)));
  }

  @Override
  public void robotsUnavailable(Origin origin) {
    tell("robots.txt of " + origin + " could not be had: nothing of it is fetched");
  }

  @Override
  public void sitemapUnavailable(CrawlUrl url, String why) {
    warn("sitemap " + Printable.of(url + " is left out: " + why));
  }

  @Override
  public void sitemapCut(CrawlUrl url) {
    warn(
        "sitemap "
            + Printable.of(url.toString())
            + " is too long or broken; what came first is used");
  }

  @Override
  public void hostPaused(HostKey host, Duration pause) {
    tell(host + " is left alone for " + Figures.seconds(pause));
  }

  @Override
  public void loopBlocked(String loop, Duration since) {
    warn("event loop " + loop + " is blocked, for " + Figures.seconds(since) + " so far");
  }

  @Override
  public void stuck(CrawlUrl url, Duration since) {
    warn(Printable.of(url.toString()) + " is stuck, for " + Figures.seconds(since) + " so far");
  }

  @Override
  public void limitHit(String name) {
    limits.add(name);
    tell("limit reached: " + name);
  }

  /// Limits that were hit, by name.
  public List<String> limits() {
    return List.copyOf(limits);
  }

  /// Takes the lines that have gathered since the last call.
  public List<String> drain() {
    var taken = new ArrayList<String>();
    for (var line = lines.poll(); line != null; line = lines.poll()) {
      taken.add(line);
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      taken.add(lost + " more such lines are left out");
    }
    return taken;
  }

  private void warn(String line) {
    if (verbosity != Verbosity.QUIET) {
      add(line);
    }
  }

  private void tell(String line) {
    if (verbosity == Verbosity.VERBOSE) {
      add(line);
    }
  }

  private void add(String line) {
    if (!lines.offer(line)) {
      dropped.incrementAndGet();
    }
  }
}
