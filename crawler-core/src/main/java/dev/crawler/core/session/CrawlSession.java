package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.plan.CrawlPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// One crawl, or one shard of it. *Not thread-safe: its driver excludes.*
public final class CrawlSession {
  /// A session that has taken in the plan's seeds and is ready for [#next].
  public static CrawlSession begin(CrawlPlan plan, CrawlListener listener) {
    throw new UnsupportedOperationException(plan + " " + listener);
  }

  /// What to do now. Ask again after each [Step.Fetch] and [Step.Exclude] until another step is
  /// returned.
  public Step next(Instant now) {
    throw new UnsupportedOperationException("" + now);
  }

  /// Ends a task. Returns its in-scope outlinks and redirect target, for the driver to route.
  public List<Link> complete(FetchTask task, Outcome outcome, Instant now) {
    throw new UnsupportedOperationException("" + task + outcome + now);
  }

  /// Takes in links: own outlinks, or those of other shards.
  public void discover(Collection<Link> links) {
    throw new UnsupportedOperationException("" + links);
  }

  /// [#complete] and [#discover]: what an engine that owns the whole frontier calls.
  public void absorb(FetchTask task, Outcome outcome, Instant now) {
    discover(complete(task, outcome, now));
  }

  /// Ends an exclusion whose record is written.
  public void settle(Exclusion exclusion) {
    throw new UnsupportedOperationException("" + exclusion);
  }

  /// Takes nothing more on: what is queued is excluded as `cancelled`, what is in flight may end.
  /// Idempotent.
  public void stop() {
    throw new UnsupportedOperationException();
  }

  /// Where the crawl stands. The one method that any thread may call.
  public Progress progress() {
    throw new UnsupportedOperationException();
  }

  /// How the crawl went; final once [#next] has answered [Step.Exhausted].
  public CrawlReport report() {
    throw new UnsupportedOperationException();
  }
}
