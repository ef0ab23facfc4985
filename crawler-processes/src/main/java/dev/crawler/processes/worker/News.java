package dev.crawler.processes.worker;

import dev.crawler.core.engine.Lookout;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import dev.crawler.processes.job.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Notes what a person may want to know until a report that tells it was heard, and which hosts
/// were paused until the keeper writes that down. *Thread-safe.*
final class News implements CrawlListener, AutoCloseable {
  /// A report that nobody asks for must not grow for ever.
  private static final int MOST = 10_000;

  private final Lookout lookout;
  private final List<Event> events = new ArrayList<>();

  /// How many of them the report of the last round has told.
  private int told;

  private long lastRound;
  private Set<String> paused = new TreeSet<>();

  /// @param timeout that a fetch has
  News(Duration timeout) {
    lookout = Lookout.start(timeout, this, Lookout.Gauge.NONE);
  }

  private synchronized void note(Event event) {
    if (events.size() < MOST) {
      events.add(event);
    }
  }

  /// What the report of that round has to tell: all that no report has told that was heard.
  ///
  /// @param heard the last round whose report was
  synchronized List<Event> toTell(long round, long heard) {
    if (heard >= lastRound) {
      events.subList(0, told).clear();
    }
    lastRound = round;
    told = events.size();
    return List.copyOf(events);
  }

  /// Takes out the hosts whose manners have changed.
  synchronized Set<String> takenPauses() {
    var taken = paused;
    paused = new TreeSet<>();
    return taken;
  }

  @Override
  public void crawlDelayCapped(HostKey host, Duration asked, Duration used) {
    note(new Event.DelayCapped(host, asked, used));
  }

  @Override
  public void robotsUnavailable(Origin origin) {
    note(new Event.RobotsUnavailable(origin));
  }

  @Override
  public void hostPaused(HostKey host, Duration pause) {
    note(new Event.HostPaused(host, pause));
    synchronized (this) {
      paused.add(host.value());
    }
  }

  @Override
  public void outOfScope(CrawlUrl url) {
    note(new Event.OutOfScope(url));
  }

  @Override
  public void limitHit(String name) {
    note(new Event.LimitHit(name));
  }

  @Override
  public void begun(FetchTask task) {
    lookout.begun(task);
  }

  @Override
  public void ended(FetchTask task) {
    lookout.ended(task);
  }

  @Override
  public void stuck(CrawlUrl url, Duration since) {
    note(new Event.Stuck(url, since));
  }

  @Override
  public void close() {
    lookout.close();
  }
}
