package dev.crawler.core.engine;

import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.FetchResult.Trace;
import dev.crawler.core.session.CrawlListener;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;

/// Knows the calls under way. A callback that never comes would hang the crawl without a thread to
/// show for it: nobody waits, so nobody is seen waiting. When a call has taken twice the time that
/// any fetch may take and the client is what it waits for, the watchdog names its URL and answers
/// in the client's place. What hangs elsewhere is for the [Lookout]. *Confined to the owner of the
/// session.*
public final class Watchdog {
  /// How often to look.
  public static final Duration PERIOD = Duration.ofSeconds(1);

  private final Duration patience;
  private final CrawlListener listener;
  private final LinkedHashSet<Call> underWay = new LinkedHashSet<>(); // the oldest first

  /// Watches nothing yet.
  ///
  /// @param timeout that the client keeps for a fetch
  public Watchdog(Duration timeout, CrawlListener listener) {
    this.patience = timeout.plus(timeout);
    this.listener = listener;
  }

  /// Takes a call in.
  public void watch(Call call) {
    underWay.add(call);
  }

  /// Lets a call go that has been absorbed.
  public void release(Call call) {
    underWay.remove(call);
  }

  /// Looks for calls that are overdue. Each is answered once.
  public void look(Instant now) {
    var calls = underWay.iterator();
    while (calls.hasNext()) {
      var call = calls.next();
      var age = Duration.between(call.since(), now);
      if (age.compareTo(patience) <= 0) {
        return;
      }
      calls.remove();
      if (call.isAnsweredBy(FetchFailure.LOST.at(new Trace(call.since(), age, "")))) {
        listener.stuck(call.task().link().url(), age);
      }
    }
  }
}
