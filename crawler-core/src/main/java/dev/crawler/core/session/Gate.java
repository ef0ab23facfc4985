package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Link;
import java.time.Instant;
import java.util.Optional;

/// Gives a host its turn: what is urgent, else an errand, else its first link, and before either of
/// these the robots.txt that binds it. *Confined to its session.*
record Gate(Frontier frontier, Tasks tasks, RobotsDesk robots, SitemapDesk sitemaps) {
  /// What to fetch of the host; empty when its turn came to nothing, or the robots.txt is still on
  /// its way from elsewhere.
  Optional<FetchTask> take(HostQueue host, Instant now) {
    return host.pollUrgent()
        .or(() -> host.peekErrand().flatMap(errand -> admitErrand(host, errand, now)))
        .or(() -> host.peek().flatMap(link -> admitPage(host, link, now)));
  }

  private Optional<FetchTask> admitPage(HostQueue host, Link link, Instant now) {
    return switch (robots.judge(host, link, now)) {
      case RobotsDesk.Judgement.Ask(var task) -> Optional.of(task);
      case RobotsDesk.Judgement.Hold() -> Optional.empty();
      case RobotsDesk.Judgement.Allow() -> {
        frontier.remove(host);
        yield Optional.of(tasks.first(link, Purpose.PAGE));
      }
      case RobotsDesk.Judgement.Refuse(var reason) -> {
        frontier.exclude(frontier.remove(host), reason);
        frontier.schedule().await(host);
        yield Optional.empty();
      }
    };
  }

  private Optional<FetchTask> admitErrand(HostQueue host, Link errand, Instant now) {
    return switch (robots.judge(host, errand, now)) {
      case RobotsDesk.Judgement.Ask(var task) -> Optional.of(task);
      case RobotsDesk.Judgement.Hold() -> Optional.empty();
      case RobotsDesk.Judgement.Allow() -> {
        host.removeErrand();
        var task = sitemaps.ask(errand);
        if (task.isEmpty()) {
          frontier.schedule().await(host);
        }
        yield task;
      }
      case RobotsDesk.Judgement.Refuse(var reason) -> {
        host.removeErrand();
        sitemaps.refuse(errand, reason);
        frontier.schedule().await(host);
        yield Optional.empty();
      }
    };
  }
}
