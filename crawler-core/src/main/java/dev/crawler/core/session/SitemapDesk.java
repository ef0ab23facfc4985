package dev.crawler.core.session;

import static java.util.Objects.requireNonNull;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.fetch.SitemapsRead;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Has the sitemaps fetched before the first page, and makes seeds of what they list. They come in
/// rounds: the robots.txt of the seeds' origins, the sitemaps that those and the user name, what
/// these list, and so on. A round begins when the one before is settled, so that who vouches for
/// whom does not hang on timing; and so every engine has the same seeds. *Confined to its session.*
final class SitemapDesk {
  /// Sitemaps of one crawl: a full index of them.
  private static final int MAX_FILES = 50_000;

  /// Pages of one crawl that come from sitemaps.
  private static final long MAX_URLS = 5_000_000;

  private final CrawlPlan plan;
  private final CrawlListener listener;
  private final Frontier frontier;
  private final Seeds seeds;
  private final Tasks tasks;
  private final Map<String, Sitemap> known = new HashMap<>();
  private final List<Sitemap> upcoming = new ArrayList<>();

  /// Pages of sitemaps that the user did not name: they wait until the scope is complete.
  private final Line<Link> held;

  private boolean probed;
  private boolean closed;
  private SitemapReport report = SitemapReport.NONE;

  SitemapDesk(
      CrawlPlan plan,
      CrawlListener listener,
      Frontier frontier,
      Seeds seeds,
      Tasks tasks,
      Room room) {
    this.plan = plan;
    this.held = Line.ofLinks(room);
    this.listener = listener;
    this.frontier = frontier;
    this.seeds = seeds;
    this.tasks = tasks;
    closed = !plan.sitemaps().areWanted();
    for (var url : plan.sitemaps().named()) {
      seeds.nameOrigin(url);
      add(Sitemap.named(url.request()));
    }
  }

  /// The robots.txt of an origin, found there, names sitemaps.
  void discovered(CrawlUrl robotsTxt, List<String> texts) {
    if (!closed && plan.sitemaps().discovers() && seeds.origins().contains(robotsTxt.origin())) {
      for (var text : texts) {
        if (robotsTxt.resolve(text) instanceof UrlResult.Valid(var url)) {
          add(Sitemap.vouchedFor(url.request(), robotsTxt.hostKey()));
        }
      }
    }
  }

  private void add(Sitemap sitemap) {
    var former = known.get(sitemap.key());
    if (former != null) {
      former.merge(sitemap);
    } else if (known.size() == MAX_FILES) {
      listener.limitHit("sitemaps");
    } else {
      known.put(sitemap.key(), sitemap);
      upcoming.add(sitemap);
    }
  }

  /// Takes in what a former process has read of all rounds, if it was done with them.
  void replay(SitemapsRead read) {
    read.named().forEach(named -> discovered(named.robotsTxt(), named.texts()));
    while (!upcoming.isEmpty()) {
      for (var sitemap : round()) {
        var verdict = read.verdicts().get(sitemap.key());
        if (sitemap.ask() && verdict != null) {
          settle(sitemap, verdict);
        }
      }
    }
    close();
  }

  private List<Sitemap> round() {
    var round = upcoming.stream().sorted(Comparator.comparing(Sitemap::key)).toList();
    upcoming.clear();
    return round;
  }

  private void close() {
    closed = true;
    held.drain().forEachRemaining(link -> seeds.find(link.url()));
  }

  /// Queues the next round; false when there is none, and pages may be fetched.
  boolean release() {
    if (closed) {
      return false;
    }
    if (!probed) {
      probed = true;
      seeds.origins().stream().map(RobotsDesk::robotsTxt).forEach(this::queue);
      return true;
    }
    var round = round();
    round.forEach(sitemap -> queue(sitemap.url()));
    if (round.isEmpty()) {
      close();
    }
    return !round.isEmpty();
  }

  private void queue(CrawlUrl url) {
    var host = frontier.host(url);
    host.addErrand(Link.seed(url));
    frontier.schedule().await(host);
  }

  /// The task for an errand that robots.txt allows; none when that file was all there was to ask.
  Optional<FetchTask> ask(Link errand) {
    return Optional.ofNullable(known.get(errand.url().key()))
        .filter(Sitemap::ask)
        .map(_ -> tasks.first(errand, Purpose.SITEMAP));
  }

  /// An errand that robots.txt does not allow.
  void refuse(Link errand, Reason reason) {
    if (known.containsKey(errand.url().key())) {
      fail(errand.url(), reason.label());
    }
  }

  /// Takes in what a sitemap came to.
  void settle(FetchTask task, SitemapVerdict verdict) {
    settle(requireNonNull(known.get(task.link().url().key())), verdict);
  }

  private void settle(Sitemap sitemap, SitemapVerdict verdict) {
    switch (verdict) {
      case SitemapVerdict.Listed listed -> list(sitemap, listed);
      case SitemapVerdict.Moved(var target) ->
          follow(sitemap.movedTo(target), "too many redirects");
      case SitemapVerdict.Unavailable(var why) -> fail(sitemap.url(), why);
    }
  }

  private void follow(Sitemap next, String beyond) {
    if (next.isTooFar()) {
      fail(next.url(), beyond);
    } else {
      add(next);
    }
  }

  private void fail(CrawlUrl url, String why) {
    count(0, 1, 0, 0, 0);
    listener.sitemapUnavailable(url, why);
  }

  private void list(Sitemap sitemap, SitemapVerdict.Listed listed) {
    if (listed.cut()) {
      listener.sitemapCut(sitemap.url());
    }
    int foreign = 0;
    for (var page : listed.pages()) {
      if (!sitemap.mayList(page)) {
        foreign++;
      } else if (report.urls() + listed.pages().size() > MAX_URLS) {
        listener.limitHit("sitemap-urls");
      } else if (sitemap.isNamed()) {
        seeds.list(page);
      } else {
        held.add(Link.seed(page));
      }
    }
    count(1, 0, listed.pages().size(), foreign, listed.unusable());
    listed.sitemaps().forEach(child -> follow(sitemap.within(child), "too deep in indexes"));
  }

  private void count(int read, int failed, int urls, int foreign, int unusable) {
    report =
        new SitemapReport(
            report.read() + read,
            report.failed() + failed,
            report.urls() + urls,
            report.foreign() + foreign,
            report.unusable() + unusable);
  }

  /// Nothing more is wanted.
  void stop() {
    closed = true;
    upcoming.clear();
    held.drain().forEachRemaining(_ -> {});
  }

  SitemapReport report() {
    return report;
  }
}
