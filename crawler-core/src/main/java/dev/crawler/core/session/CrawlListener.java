package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import java.time.Duration;

/// Hears what a person may want to know while a crawl runs. Called by the session's owner, so it
/// must be quick and must not block.
public interface CrawlListener {
  /// Hears nothing.
  CrawlListener NONE = new CrawlListener() {};

  /// A robots.txt asked for a longer delay than the plan allows.
  default void crawlDelayCapped(HostKey host, Duration asked, Duration used) {}

  /// The robots.txt of an origin could not be had: nothing of it is fetched.
  default void robotsUnavailable(Origin origin) {}

  /// A sitemap could not be had, or is none; `why` is a line for a person.
  default void sitemapUnavailable(CrawlUrl url, String why) {}

  /// A sitemap goes on beyond what was read: it is too long, or broken further on.
  default void sitemapCut(CrawlUrl url) {}

  /// A host asked to be left alone, or was found overloaded.
  default void hostPaused(HostKey host, Duration pause) {}

  /// A link was found that does not belong to the crawl: it is counted, not recorded. Called often.
  default void outOfScope(CrawlUrl url) {}

  /// An event loop does nothing: something on it blocks or spins. Called on a thread of its own.
  default void loopBlocked(String loop, Duration since) {}

  /// A task has begun. Called for each, so twice as often as there are requests, with [#ended].
  default void begun(FetchTask task) {}

  /// A task that has begun is over, with whatever outcome.
  default void ended(FetchTask task) {}

  /// A URL has been under way for longer than any fetch may take: its fetch or its handling hangs,
  /// or a callback was lost. Called on a thread of its own, too.
  default void stuck(CrawlUrl url, Duration since) {}

  /// The output has taken nothing for so long, and records wait for it. Called on a thread of its
  /// own.
  default void outputBlocked(Duration since) {}

  /// One of several processes that crawl together is gone; `why` is a line for a person. Called on
  /// any thread.
  default void workerLost(String worker, String why) {}

  /// What lost processes knew is safe from the next loss again, so long after the first was missed.
  /// Called on any thread.
  default void workersPaired(Duration after) {}

  /// One of several processes has said something on its own. Called on any thread.
  default void workerSaid(String worker, String line) {}

  /// A limit was hit for the first time; `name` as on the command line.
  default void limitHit(String name) {}
}
