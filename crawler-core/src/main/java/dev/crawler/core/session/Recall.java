package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.Journal.Care;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Tells a session what its journal knows: first what is settled, then, once the seeds are taken
/// in, all links again. Those that lead to what is settled do nothing; the others wait as they did
/// before. *Confined to its session.*
record Recall(CrawlPlan plan, Seeds seeds, Frontier frontier, Tally tally) {
  /// However the wall clock was set meanwhile, no host is left alone for longer.
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /// Before any seed: what is done, and how hosts are to be treated.
  void settled() {
    plan.journal().settlements(this::restore);
    plan.journal().resumedAt().ifPresent(now -> plan.journal().cares(care -> resume(care, now)));
  }

  private void restore(Settlement settlement) {
    tally.restored++;
    switch (settlement) {
      case Settlement.Fetched(var link, var _, var _) ->
          frontier.restore(new Settled(link, true, Optional.empty()));
      case Settlement.Excluded(var exclusion) when isText(exclusion) ->
          seeds.restore(exclusion.url());
      case Settlement.Excluded(var exclusion) ->
          frontier.restore(
              new Settled(link(exclusion), Settled.isCounted(exclusion), Optional.empty()));
    }
  }

  private static boolean isText(Exclusion exclusion) {
    return exclusion.reason() == ExclusionReason.INVALID_URL
        || exclusion.reason() == ExclusionReason.UNSUPPORTED_SCHEME;
  }

  private static Link link(Exclusion exclusion) {
    var url = CrawlUrl.of(exclusion.url());
    return new Link(url, exclusion.depth(), exclusion.hops(), exclusion.referrer());
  }

  private void resume(Care care, Instant now) {
    var pause = Duration.between(now, care.until());
    var host = frontier.hosts().named(care.host());
    host.courtesy()
        .resume(
            new HostManners(
                care.host(),
                pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE,
                plan.politeness().delayUnder(care.delay()),
                Duration.ZERO,
                Map.of()),
            now);
  }

  /// After all seeds, by which the scope is known: what was found.
  void found() {
    plan.journal().settlements(this::rediscover);
  }

  private void rediscover(Settlement settlement) {
    switch (settlement) {
      case Settlement.Fetched(var link, var target, var links) -> {
        links.stream()
            .filter(frontier.boundary()::belongs)
            .forEach(url -> frontier.discover(link.outlink(url)));
        target
            .filter(frontier.boundary()::belongs)
            .ifPresent(url -> frontier.discover(frontier.follow(link, url)));
      }
      case Settlement.Excluded _ -> {} // leads nowhere
    }
  }
}
