package dev.crawler.cli.terminal;

import dev.crawler.core.engine.Lookout;
import dev.crawler.core.fetch.FetchTask;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What happened, for a person: kept in a bounded queue until [#drain], because the session must
/// not wait for a terminal that is scrolled back. *Thread-safe, once the lookout is there.*
public final class EventLog implements CrawlListener {
  private static final int CAPACITY = 1_000;

  private final Verbosity verbosity;
  private final Consumer<CrawlUrl> outsiders;
  private final Queue<Notice> notices = new ArrayBlockingQueue<>(CAPACITY);
  private final ConcurrentSkipListSet<String> limits = new ConcurrentSkipListSet<>();
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable Lookout lookout;

  public EventLog(Verbosity verbosity) {
    this(verbosity, url -> {});
  }

  /// @param outsiders hears of each link out of scope, and must be quick
  public EventLog(Verbosity verbosity, Consumer<CrawlUrl> outsiders) {
    this.verbosity = verbosity;
    this.outsiders = outsiders;
  }

  @Override
  public void outOfScope(CrawlUrl url) {
    outsiders.accept(url);
  }

  @Override
  public void crawlDelayCapped(HostKey host, Duration asked, Duration used) {
    warn(
        "crawl_delay_capped",
        "%s asks for a crawl delay of %s; %s is kept (--max-crawl-delay)"
            .formatted(host, Figures.seconds(asked), Figures.seconds(used)),
        json -> {
          json.writeStringProperty("host", host.value());
          json.writeNumberProperty("asked_seconds", seconds(asked));
          json.writeNumberProperty("used_seconds", seconds(used));
        });
  }

  @Override
  public void robotsUnavailable(Origin origin) {
    tell(
        "robots_unavailable",
        "robots.txt of " + origin + " could not be had: nothing of it is fetched",
        json -> json.writeStringProperty("origin", origin.toString()));
  }

  @Override
  public void sitemapUnavailable(CrawlUrl url, String why) {
    warn(
        "sitemap_unavailable",
        "sitemap " + Printable.of(url + " is left out: " + why),
        json -> {
          json.writeStringProperty("url", url.toString());
          json.writeStringProperty("why", why);
        });
  }

  @Override
  public void sitemapCut(CrawlUrl url) {
    warn(
        "sitemap_cut",
        "sitemap "
            + Printable.of(url.toString())
            + " is too long or broken; what came first is used",
        json -> json.writeStringProperty("url", url.toString()));
  }

  @Override
  public void hostPaused(HostKey host, Duration pause) {
    tell(
        "host_paused",
        host + " is left alone for " + Figures.seconds(pause),
        json -> {
          json.writeStringProperty("host", host.value());
          json.writeNumberProperty("seconds", seconds(pause));
        });
  }

  @Override
  public void loopBlocked(String loop, Duration since) {
    warn(
        "loop_blocked",
        "event loop " + loop + " is blocked, for " + Figures.seconds(since) + " so far",
        json -> {
          json.writeStringProperty("loop", loop);
          json.writeNumberProperty("seconds", seconds(since));
        });
  }

  @Override
  public void stuck(CrawlUrl url, Duration since) {
    warn(
        "stuck",
        Printable.of(url.toString()) + " is stuck, for " + Figures.seconds(since) + " so far",
        json -> {
          json.writeStringProperty("url", url.toString());
          json.writeNumberProperty("seconds", seconds(since));
        });
  }

  @Override
  public void outputBlocked(Duration since) {
    warn(
        "output_blocked",
        "the output has taken nothing for " + Figures.seconds(since) + "; records wait for it",
        json -> json.writeNumberProperty("seconds", seconds(since)));
  }

  /// Has one look out for what is stuck, to be closed by the caller.
  public Lookout watch(Duration timeout, Lookout.Gauge output) {
    var started = Lookout.start(timeout, this, output);
    lookout = started;
    return started;
  }

  @Override
  public void begun(FetchTask task) {
    if (lookout != null) {
      lookout.begun(task);
    }
  }

  @Override
  public void ended(FetchTask task) {
    if (lookout != null) {
      lookout.ended(task);
    }
  }

  @Override
  public void workerLost(String worker, String why) {
    warn(
        "worker_lost",
        Printable.of("worker " + worker + " is lost: " + why),
        json -> {
          json.writeStringProperty("worker", worker);
          json.writeStringProperty("why", why);
        });
  }

  @Override
  public void workersPaired(Duration after) {
    warn(
        "workers_paired",
        "all is in two copies again after %s: another worker may be lost"
            .formatted(Figures.seconds(after)),
        json -> json.writeNumberProperty("seconds", seconds(after)));
  }

  @Override
  public void workerSaid(String worker, String said) {
    tell(
        "worker_said",
        Printable.of(worker + ": " + said),
        json -> {
          json.writeStringProperty("worker", worker);
          json.writeStringProperty("line", said);
        });
  }

  @Override
  public void limitHit(String name) {
    limits.add(name);
    tell(
        "limit_reached", "limit reached: " + name, json -> json.writeStringProperty("limit", name));
  }

  /// Limits that were hit, by name.
  public List<String> limits() {
    return List.copyOf(limits);
  }

  /// Takes what has gathered since the last call.
  public List<Notice> drain() {
    var taken = new ArrayList<Notice>();
    for (var notice = notices.poll(); notice != null; notice = notices.poll()) {
      taken.add(notice);
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      taken.add(
          Notice.warning(
              "left_out",
              lost + " more such lines are left out",
              json -> json.writeNumberProperty("lines", lost)));
    }
    return taken;
  }

  private void warn(String event, String line, Notice.Fields fields) {
    if (verbosity != Verbosity.QUIET) {
      add(Notice.warning(event, line, fields));
    }
  }

  private void tell(String event, String line, Notice.Fields fields) {
    if (verbosity == Verbosity.VERBOSE) {
      add(Notice.info(event, line, fields));
    }
  }

  private void add(Notice notice) {
    if (!notices.offer(notice)) {
      dropped.incrementAndGet();
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
