package dev.crawler.processes.job;

import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import java.time.Duration;

/// What a person may want to know, on its way from a worker. *Immutable.*
public sealed interface Event {
  /// Tells it.
  void tell(CrawlListener listener);

  /// See [CrawlListener#crawlDelayCapped].
  record DelayCapped(HostKey host, Duration asked, Duration used) implements Event {
    @Override
    public void tell(CrawlListener listener) {
      listener.crawlDelayCapped(host, asked, used);
    }
  }

  /// See [CrawlListener#robotsUnavailable].
  record RobotsUnavailable(Origin origin) implements Event {
    @Override
    public void tell(CrawlListener listener) {
      listener.robotsUnavailable(origin);
    }
  }

  /// See [CrawlListener#hostPaused].
  record HostPaused(HostKey host, Duration pause) implements Event {
    @Override
    public void tell(CrawlListener listener) {
      listener.hostPaused(host, pause);
    }
  }

  /// See [CrawlListener#outOfScope].
  record OutOfScope(CrawlUrl url) implements Event {
    @Override
    public void tell(CrawlListener listener) {
      listener.outOfScope(url);
    }
  }

  /// See [CrawlListener#limitHit].
  record LimitHit(String name) implements Event {
    @Override
    public void tell(CrawlListener listener) {
      listener.limitHit(name);
    }
  }

  /// See [CrawlListener#stuck].
  record Stuck(CrawlUrl url, Duration since) implements Event {
    @Override
    public void tell(CrawlListener listener) {
      listener.stuck(url, since);
    }
  }
}
