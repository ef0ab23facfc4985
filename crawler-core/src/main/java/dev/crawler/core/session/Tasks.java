package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.plan.CrawlPlan;

/// Makes a task of a link: what the origin allows it, and how often it may be tried. *Confined to
/// its session.*
record Tasks(CrawlPlan plan, Territory territory, Frontier frontier) {
  /// The first attempt at a URL.
  FetchTask first(Link link, Purpose purpose) {
    var origin = frontier.host(link.url()).origin(link.url().origin());
    territory.introduce(origin);
    return new FetchTask(
        link,
        purpose,
        1,
        plan.limits().retries() == 0,
        plan.allowPrivate() || origin.isSeed(),
        origin.authorization(),
        origin.isSeed(),
        purpose == Purpose.PAGE ? plan.earlier().validators(link.url()) : Validators.NONE);
  }

  /// The next attempt at a URL.
  FetchTask again(FetchTask task) {
    int attempt = task.attempt() + 1;
    return new FetchTask(
        task.link(),
        task.purpose(),
        attempt,
        attempt > plan.limits().retries(),
        task.mayBePrivate(),
        task.authorization(),
        task.isNamed(),
        task.validators());
  }
}
