package dev.crawler.processes.worker;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.Charter;
import dev.crawler.core.session.Dispatch;
import dev.crawler.core.session.HostManners;
import dev.crawler.core.session.Release;
import dev.crawler.core.session.Shard;
import dev.crawler.core.session.Shards;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.job.JobBoard;
import dev.crawler.processes.job.JobBoard.Keeping;
import dev.crawler.processes.job.Messages;
import dev.crawler.processes.job.Order.RollCall;
import dev.crawler.processes.ledger.Claim;
import dev.crawler.processes.ledger.LedgerEntry;
import dev.crawler.threads.BlockingLoop;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Keeps the shards of this worker those of the partitions that its member owns: claims what came
/// to it and learns from the ledger what there is to know, lets go of what moved away once nothing
/// of it is under way. The shards are guarded by the loop's monitor; the books are read outside.
/// *Confined to the keeper's thread, but for the epochs, releases and who is gone.*
final class Keeper {
  private final CrawlPlan plan;
  private final Charter charter;
  private final Shards shards;
  private final BlockingLoop loop;
  private final InstantSource clock;
  private final Books books;
  private final JobBoard board;
  private final Cluster cluster;
  private final Mail mail;
  private final News news;
  private final boolean resumed;
  private final Map<Integer, Claim> held = new ConcurrentHashMap<>();

  /// Those that are being let go of, though they may have come back meanwhile.
  private final Set<Integer> leaving = ConcurrentHashMap.newKeySet();

  /// Guarded by the loop's monitor.
  private final List<Release> released = new ArrayList<>();

  private volatile Set<UUID> gone = Set.of();

  Keeper(
      CrawlPlan plan,
      Charter charter,
      Shards shards,
      BlockingLoop loop,
      InstantSource clock,
      Books books,
      JobBoard board,
      Cluster cluster,
      Mail mail,
      News news) {
    this.plan = plan;
    this.charter = charter;
    this.shards = shards;
    this.loop = loop;
    this.clock = clock;
    this.books = books;
    this.board = board;
    this.cluster = cluster;
    this.mail = mail;
    this.news = news;
    this.resumed = board.keeping() == Keeping.RESUMED;
  }

  /// Under which claim a partition is held.
  long epoch(int partition) {
    var claim = held.get(partition);
    return claim == null ? 0 : claim.epoch();
  }

  /// Brings shards and partitions together.
  void keep() {
    var owned = cluster.owned();
    for (int partition : List.copyOf(held.keySet())) {
      if (!owned.contains(partition) || leaving.contains(partition)) {
        letGo(partition);
      }
    }
    var wanted = new HashSet<>(owned);
    wanted.removeAll(held.keySet());
    if (!wanted.isEmpty()) {
      claim(wanted);
    }
    writePauses();
  }

  /// Has all shards made anew from what the ledger knows by now.
  void renew() {
    leaving.addAll(held.keySet());
  }

  private void letGo(int partition) {
    leaving.add(partition);
    boolean quiet =
        loop.guarded(() -> {
          shards.retire(partition);
          return shards.isQuiet(partition);
        });
    if (quiet) {
      loop.guarded(() -> shards.shard(partition).manners(clock.instant())).forEach(books::write);
      loop.news(() -> shards.remove(partition));
      books.claims().release(partition, cluster.self(), epoch(partition));
      held.remove(partition);
      leaving.remove(partition);
      mail.forget(partition);
    }
  }

  /// All that can be had, at the same time: each is a few calls to the ledger, and hosts wait.
  private void claim(Set<Integer> wanted) {
    var before = books.claims().all();
    wanted.removeIf(partition -> !before.getOrDefault(partition, Claim.NONE).isFree(gone));
    if (!wanted.isEmpty()) {
      var past = board.releases();
      AtOnce.forEach(
          wanted, partition -> claim(partition, formerUntil(before.get(partition)), past));
    }
  }

  private void claim(int partition, Instant formerUntil, List<Release> past) {
    var claim = books.claims().claim(partition, cluster.self(), gone);
    if (claim.isHeldBy(cluster.self())) {
      held.put(partition, claim);
      begin(partition, claim, formerUntil, past);
    }
  }

  /// Until when somebody else may have asked: nobody when it was handed over, until now one that is
  /// gone or was of the crawl's former life.
  private Instant formerUntil(@Nullable Claim before) {
    boolean lost = before == null ? resumed : before.worker() != null;
    return lost ? clock.instant() : Instant.MIN;
  }

  private void begin(int partition, Claim claim, Instant formerUntil, List<Release> past) {
    var now = clock.instant();
    var shard = Shard.of(plan, charter, url -> books.of(url) == partition, formerUntil, news);
    Telling.all(shard, books.ledger().takeOver(partition, claim.epoch()));
    books
        .manners()
        .of(partition)
        .values()
        .forEach(bytes -> shard.resume(Messages.manners(bytes), now));
    past.forEach(shard::release);
    mail.send(
        loop.guarded(() -> {
          released.stream().skip(past.size()).forEach(shard::release);
          shards.add(partition, shard);
          return shard.outgoing();
        }));
    look(partition, List.of()); // only now: of letters that come later there are hints
    loop.news();
  }

  /// What a host has asked for must survive this worker.
  private void writePauses() {
    var paused = news.takenPauses();
    if (!paused.isEmpty()) {
      var now = clock.instant();
      var all = new ArrayList<HostManners>();
      loop.guarded(() -> all.addAll(shards.manners(now)));
      all.stream().filter(manners -> paused.contains(manners.host().value())).forEach(books::write);
    }
  }

  /// Learns whose partitions may be claimed, and how many levels are released.
  void heed(RollCall call) {
    gone = call.gone();
    release(call.releases());
  }

  /// Lets levels go that the board says are released.
  private void release(int count) {
    if (loop.guarded(() -> released.size() < count)) {
      var all = board.releases();
      var outgoing = new ArrayList<Dispatch>();
      loop.news(() -> {
        for (var release : all.subList(Math.min(released.size(), all.size()), all.size())) {
          released.add(release);
          for (int partition : shards.partitions()) {
            outgoing.addAll(shards.touch(partition, shard -> shard.release(release)));
          }
        }
      });
      mail.send(outgoing);
    }
  }

  /// How many levels all shards have let go. Asked under the loop's monitor.
  int releases() {
    return released.size();
  }

  /// Looks into the ledger for what nobody told the shards of.
  void rescan() {
    for (int partition : loop.guarded(shards::partitions)) {
      look(partition, books.ledger().open(partition));
    }
    loop.news();
  }

  private void look(int partition, List<LedgerEntry> open) {
    var letters = mail.lettersTo(partition);
    if (!open.isEmpty() || !letters.isEmpty()) {
      mail.send(loop.guarded(() -> tell(partition, open, letters)));
    }
  }

  private List<Dispatch> tell(int partition, List<LedgerEntry> open, List<Dispatch> letters) {
    if (!shards.holds(partition)) {
      return List.of();
    }
    return shards.touch(
        partition,
        shard -> {
          open.forEach(entry -> Telling.opened(shard, entry));
          letters.forEach(letter -> shard.receive(letter, clock.instant()));
        });
  }
}
