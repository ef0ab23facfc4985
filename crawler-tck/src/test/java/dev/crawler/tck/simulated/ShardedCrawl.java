package dev.crawler.tck.simulated;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.session.Charter;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.Dispatch;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.PageLimit;
import dev.crawler.core.session.Reserve;
import dev.crawler.core.session.Settled;
import dev.crawler.core.session.Shard;
import dev.crawler.core.session.Shards;
import dev.crawler.core.session.Step;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import dev.crawler.tck.server.RequestLog;
import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// One crawl cut into shards, some of which lose their owner now and then and are told to another
/// one: what fetches were under way is lost, what was settled is not. *Confined to one thread.*
final class ShardedCrawl {
  private record Arrival(Instant at, long number, int life, FetchTask task, FetchResult result) {}

  private static final int DEATHS_PER_THOUSAND = 20;

  private final CrawlPlan plan;
  private final Reserve reserve;
  private final HashedPartitions partitions;
  private final SplittableRandom random;
  private final RequestLog requests = new RequestLog();
  private final SimulatedWeb web;
  private final ShardLedger ledger = new ShardLedger();
  private final Charter charter;
  private final CollectedRecords records = new CollectedRecords();
  private final List<PageRecord> written = new ArrayList<>();
  private final PageHandler handler;
  private final PriorityQueue<Arrival> arrivals =
      new PriorityQueue<>(Comparator.comparing(Arrival::at).thenComparingLong(Arrival::number));
  private final int[] lives;
  private final boolean mortal;
  private final Shards shards;
  private final PageLimit limit;
  private Instant now = Instant.EPOCH;
  private long sent;

  ShardedCrawl(CrawlPlan plan, Site site, long seed, int count, boolean mortal, Reserve reserve) {
    this.plan = plan;
    this.reserve = reserve;
    this.partitions = new HashedPartitions(count);
    this.random = new SplittableRandom(~seed);
    this.web = new SimulatedWeb(site, seed, requests);
    this.charter = new Charter(plan.scope());
    this.handler = new PageHandler(plan, written::add);
    this.lives = new int[count];
    this.mortal = mortal;
    this.shards = new Shards(partitions, plan.limits().concurrency());
    this.limit = new PageLimit(plan.limits().maxPages());
  }

  List<PageRecord> run() throws IOException {
    plan.seeds().forEach(this::open);
    for (int i = 0; i < partitions.count(); i++) {
      begin(i, Instant.MIN);
    }
    while (advance()) {
      if (mortal && random.nextInt(1000) < DEATHS_PER_THOUSAND) {
        die(random.nextInt(partitions.count()));
      }
    }
    return records.records();
  }

  RequestLog requests() {
    return requests;
  }

  private void open(String seed) {
    switch (CrawlUrl.parse(seed)) {
      case UrlResult.Valid(var url) -> {
        charter.add(url);
        ledger.open(Link.seed(url));
      }
      case UrlResult.Invalid _, UrlResult.Unsupported _ -> ledger.refuse(seed);
    }
  }

  private void begin(int partition, Instant formerUntil) {
    var shard =
        Shard.of(
            plan,
            charter,
            url -> partitions.of(url) == partition,
            formerUntil,
            CrawlListener.NONE,
            reserve);
    ledger.tell(shard, partition, partitions, now);
    shards.add(partition, shard);
    route(shards.touch(partition, _ -> {}));
  }

  /// Its owner is gone, and another one has been told.
  private void die(int partition) {
    lives[partition]++;
    shards.abandon(partition);
    begin(partition, now);
  }

  private boolean advance() throws IOException {
    switch (shards.next(now)) {
      case Step.Fetch(var task) -> send(task);
      case Step.Exclude(var exclusion) -> exclude(exclusion);
      case Step.Pause(var until) -> pause(until);
      case Step.Await() -> arrive();
      case Step.Exhausted() -> {
        return release();
      }
    }
    return true;
  }

  private void send(FetchTask task) {
    var result = web.answer(task, now);
    int life = lives[partitions.of(task.link().url())];
    arrivals.add(new Arrival(now.plus(result.trace().elapsed()), sent++, life, task, result));
  }

  private void exclude(Exclusion exclusion) throws IOException {
    handler.exclude(exclusion);
    if (CrawlUrl.parse(exclusion.url()) instanceof UrlResult.Valid(var url)) {
      settle(new Settled(Link.seed(url), Settled.isCounted(exclusion), Optional.empty()));
    } else if (ledger.settleText(exclusion.url())) {
      commit();
    }
    written.clear();
    shards.settle(exclusion);
  }

  private void pause(Instant until) throws IOException {
    if (arrivals.isEmpty() || arrivals.peek().at().isAfter(until)) {
      now = until;
    } else {
      arrive();
    }
  }

  private void arrive() throws IOException {
    var arrival = arrivals.poll();
    if (arrival == null) {
      throw new IllegalStateException("asked to wait for an answer with nothing in flight");
    }
    now = arrival.at();
    var task = arrival.task();
    if (arrival.life() != lives[partitions.of(task.link().url())]) {
      return; // who asked is no more
    }
    var outcome = handler.handle(task, arrival.result());
    route(shards.complete(task, outcome, now));
    if (task.purpose() == Purpose.PAGE && !written.isEmpty()) {
      settle(new Settled(task.link(), true, target(outcome)));
    }
    written.clear();
    shards.settled(task);
  }

  private static Optional<CrawlUrl> target(Outcome outcome) {
    return outcome instanceof Outcome.Redirect(var target, var _) ? target : Optional.empty();
  }

  private void settle(Settled how) {
    if (ledger.settle(how.link().url().key(), how)) {
      commit();
    }
  }

  private void commit() {
    written.forEach(records::write);
  }

  /// What a shard has for others is noted before they are told.
  private void route(List<Dispatch> dispatches) {
    for (var dispatch : dispatches) {
      switch (dispatch) {
        case Dispatch.Found(var link) -> ledger.open(link);
        case Dispatch.RobotsWanted _, Dispatch.RobotsRuled _ -> ledger.send(dispatch);
      }
      int partition = partitions.of(dispatch.addressee());
      if (shards.holds(partition)) {
        route(shards.touch(partition, shard -> shard.receive(dispatch, now)));
      }
    }
  }

  /// Nothing is under way anywhere: the next level, by the order in which one session would count.
  private boolean release() {
    var levels = new TreeSet<Level>();
    shards.all().forEach(shard -> shard.nextLevel().ifPresent(levels::add));
    if (levels.isEmpty()) {
      return false;
    }
    var level = levels.first();
    var release = limit.release(level, applicants(level));
    ledger.release(release);
    shards
        .partitions()
        .forEach(partition -> route(shards.touch(partition, shard -> shard.release(release))));
    return true;
  }

  private List<String> applicants(Level level) {
    return limit.asksForApplicants()
        ? shards.all().stream().flatMap(shard -> shard.applicants(level).stream()).toList()
        : List.of();
  }
}
