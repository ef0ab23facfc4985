package dev.crawler.cli.explain;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.handle.RobotsPassage;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Step;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A crawl on trial: a session that is driven until it decides on one URL. Of all it wants fetched,
/// only the robots.txt of that URL's origin is; other origins are taken to allow all, and every
/// seed to be a page that links to the URL. Waits take no time. *Confined to one thread.*
final class Trial {
  private final CrawlPlan plan;
  private final CrawlUrl url;
  private final BlockingFetcher fetcher;
  private final AddressBook addresses;
  private final PageHandler handler;
  private final List<RobotsAnswer> robots = new ArrayList<>();
  private List<InetAddress> found = List.of();
  private boolean looked;
  private boolean mayBePrivate;

  Trial(CrawlPlan plan, CrawlUrl url, BlockingFetcher fetcher, AddressBook addresses) {
    this.plan = plan;
    this.url = url.request();
    this.fetcher = fetcher;
    this.addresses = addresses;
    this.handler = new PageHandler(plan, page -> {}); // no page, no record
  }

  /// Drives the session until it has decided.
  Findings run() throws IOException {
    var ruling = rule();
    return new Findings(ruling, found.stream().map(Address::of).toList(), mayBePrivate, robots);
  }

  private Ruling rule() throws IOException {
    var session = CrawlSession.begin(plan, CrawlListener.NONE);
    var now = Instant.EPOCH;
    while (true) {
      switch (session.next(now)) {
        case Step.Fetch(var task) when task.purpose() == FetchTask.Purpose.ROBOTS ->
            session.absorb(task, robots(task), now);
        case Step.Fetch(var task) when isIt(task.link().url()) -> {
          return page(task);
        }
        case Step.Fetch(var task) ->
            session.absorb(task, new Outcome.Page(List.of(url), Pressure.NONE), now);
        case Step.Exclude(var exclusion) when isIt(exclusion.url()) -> {
          return excluded(exclusion);
        }
        case Step.Exclude(var exclusion) -> session.settle(exclusion);
        case Step.Pause(var until) -> now = until;
        case Step.Await(), Step.Exhausted() -> {
          return session.report().outOfScope() > 0
              ? new Ruling.OutOfScope()
              : new Ruling.NotFound();
        }
      }
    }
  }

  private boolean isIt(CrawlUrl other) {
    return other.key().equals(url.key());
  }

  private boolean isIt(String text) {
    return CrawlUrl.parse(text) instanceof UrlResult.Valid(var other) && isIt(other);
  }

  private Outcome robots(FetchTask task) throws IOException {
    var asked = task.link().referrer() == null ? task.link().url() : task.link().referrer();
    if (!asked.origin().equals(url.origin())) {
      return new Outcome.Robots(new RobotsVerdict.Found(RobotsRules.ALLOW_ALL), Pressure.NONE);
    }
    if (robots.isEmpty()) {
      look(task);
    }
    var result = fetcher.fetch(task);
    var outcome = handler.handle(task, result);
    if (outcome instanceof Outcome.Robots(var verdict, _)) {
      robots.add(new RobotsAnswer(task.link().url(), result, verdict, passage(result)));
    }
    return outcome;
  }

  private RobotsPassage passage(FetchResult result) {
    return result instanceof FetchResult.Response response
        ? handler.passage(response, url)
        : RobotsPassage.NONE;
  }

  /// The last hurdle, which engines leave to their fetchers.
  private Ruling page(FetchTask task) throws IOException {
    look(task);
    if (found.isEmpty()) {
      return new Ruling.Failed(FailureReason.DNS);
    }
    return AddressPolicy.allowed(found, task.mayBePrivate()).isEmpty()
        ? new Ruling.Excluded(ExclusionReason.ADDRESS)
        : new Ruling.Fetched();
  }

  private void look(FetchTask task) throws IOException {
    if (looked) {
      return;
    }
    looked = true;
    mayBePrivate = task.mayBePrivate();
    try {
      found = addresses.find(AddressBook.nameOf(url), plan.http().timeout().toNanos());
    } catch (UnknownHostException _) {
      found = List.of();
    }
  }

  private static Ruling excluded(Exclusion exclusion) {
    return switch (exclusion.reason()) {
      case ExclusionReason reason -> new Ruling.Excluded(reason);
      case FailureReason reason -> new Ruling.Failed(reason);
    };
  }
}
