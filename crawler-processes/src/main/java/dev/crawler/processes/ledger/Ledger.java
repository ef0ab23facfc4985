package dev.crawler.processes.ledger;

import com.hazelcast.aggregation.Aggregators;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.Ways;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Which URLs are known, by which ways, and how each was settled: what a shard is made from again
/// when its worker is gone. Each call blocks until its changes are on two members and may be made
/// again with no effect; it throws [LedgerLostException] when this member cannot go on.
/// *Thread-safe.*
public final class Ledger {
  /// The name of the split-brain protection that the maps must have: a member that is on the wrong
  /// side is told apart from one that has just started.
  public static final String QUORUM = "quorum";

  private static final String NAME = "crawler.ledger";

  private final ShardKeys keys;
  private final IMap<ShardedKey, EntryState> entries;
  private final PartitionKeys partitions;
  private final Attempts attempts;
  private final Hints hints;
  private final Lanes lanes;
  private final KnownWays known;

  /// The ledger of a member's or client's cluster; there is one.
  public Ledger(HazelcastInstance hazelcast, ShardKeys keys, boolean levelled, int maxRedirects) {
    this.keys = keys;
    this.entries = hazelcast.getMap(NAME);
    this.partitions = PartitionKeys.of(hazelcast);
    this.attempts = new Attempts(hazelcast);
    this.hints = Hints.of(hazelcast);
    this.lanes =
        new Lanes(
            hazelcast, attempts, Routes.from(hazelcast, entries, attempts, levelled, maxRedirects));
    this.known = new KnownWays(Ways.none(levelled, maxRedirects));
  }

  /// The same, for a plan.
  public static Ledger of(HazelcastInstance hazelcast, CrawlPlan plan) {
    return new Ledger(
        hazelcast, ShardKeys.of(plan), plan.isLevelled(), plan.limits().maxRedirects());
  }

  /// Where a URL's shard lies.
  public int partitionOf(CrawlUrl url) {
    return partitionOf(keys.of(url));
  }

  /// Where the shard of an input text lies that is no URL.
  public int partitionOfText(String text) {
    return partitionOf(text);
  }

  private int partitionOf(String shardKey) {
    return lanes.partitionOf(shardKey);
  }

  /// Takes in links. Those that add nothing to what this process has put in are not sent.
  public void open(Collection<Link> links) {
    var items = new ArrayList<Lanes.Item>();
    var sent = new HashMap<Link, String>();
    for (var link : links) {
      var key = link.url().key();
      if (known.isUseful(key, link) && sent.put(link, key) == null) {
        var entry = new ShardedKey(keys.of(link.url()), key);
        items.add(new Lanes.Item(entry, new Change.Open(Way.of(key, link))));
      }
    }
    lanes.commit(items);
    sent.forEach((link, key) -> known.add(key, link));
  }

  /// Takes in input texts that are no URLs.
  public void openTexts(Collection<String> texts) {
    commit(texts.stream().map(text -> new ShardedKey(text, text)).toList(), new Change.OpenText());
  }

  private void commit(Collection<ShardedKey> entries, Change change) {
    lanes.commit(entries.stream().map(key -> new Lanes.Item(key, change)).toList());
  }

  /// Ends an entry. False when it was refused: another record counts, or the entry was taken over
  /// under a later epoch, or it is unknown. The same settlement again is accepted again.
  public boolean settle(String shardKey, String key, Settlement settlement) {
    var entry = new ShardedKey(shardKey, key);
    return lanes.commit(List.of(new Lanes.Item(entry, new Change.Settle(settlement))));
  }

  /// Takes in what was settled in a former life. Of two records of one URL the later counts,
  /// whichever comes first.
  public void restore(Collection<Restored> former) {
    var items = new ArrayList<Lanes.Item>();
    for (var one : former) {
      var link = one.link();
      var text = one.text();
      if (link != null) {
        var key = link.url().key();
        var entry = new ShardedKey(keys.of(link.url()), key);
        items.add(new Lanes.Item(entry, new Change.Open(Way.of(key, link))));
        items.add(new Lanes.Item(entry, new Change.Restore(one.settlement())));
      } else if (text != null) {
        var entry = new ShardedKey(text, text);
        items.add(new Lanes.Item(entry, new Change.OpenText()));
        items.add(new Lanes.Item(entry, new Change.Restore(one.settlement())));
      }
    }
    lanes.commit(items);
  }

  /// How many of the settled count against the limits. Looks at each entry.
  public long countedCount() {
    return attempts.of(() -> entries.aggregate(Aggregators.count(), new IsCounted()));
  }

  /// Stamps what is unsettled in a partition with the epoch of a claim; returns all that is there.
  /// Once it is stamped, nothing is settled under an older claim that was not settled before.
  public List<LedgerEntry> takeOver(int partition, long epoch) {
    var unstamped = attempts.of(() -> entries.keySet(in(partition, new IsUnstamped(epoch))));
    commit(unstamped, new Change.Stamp(epoch));
    return entries(in(partition, Predicates.alwaysTrue()));
  }

  /// What is open in a partition.
  public List<LedgerEntry> open(int partition) {
    return entries(in(partition, new IsOpen()));
  }

  private List<LedgerEntry> entries(Predicate<ShardedKey, EntryState> which) {
    var found = attempts.of(() -> entries.entrySet(which));
    return found.stream().map(e -> e.getValue().entry(e.getKey())).toList();
  }

  private Predicate<ShardedKey, EntryState> in(
      int partition, Predicate<ShardedKey, EntryState> which) {
    return Predicates.partitionPredicate(partitions.of(partition), which);
  }

  /// How these are settled; those that are not are absent. Ask for a few hundred at a time.
  public Map<ShardedKey, Settlement> settlements(Set<ShardedKey> of) {
    var settlements = new HashMap<ShardedKey, Settlement>();
    attempts
        .of(() -> entries.getAll(of))
        .forEach((key, state) -> {
          var settlement = state.settlement();
          if (settlement != null) {
            settlements.put(key, settlement);
          }
        });
    return settlements;
  }

  /// How many are settled. Looks at each entry, on all members at once.
  public long settledCount() {
    return attempts.of(() -> entries.aggregate(Aggregators.count(), SettledBy.ANYBODY));
  }

  /// Hints at entries of this member's partitions that have just become or stayed open, on a thread
  /// of Hazelcast's that must not be held up. A hint may be lost. There is one listener; another
  /// takes its place. Returns what ends it.
  public Runnable listen(BiConsumer<Integer, LedgerEntry> hint) {
    return hints.listen(hint);
  }

  /// Opens again what was settled by records that are lost with a part file; returns how many.
  public int reopen(int worker) {
    var lost = attempts.of(() -> entries.keySet(new SettledBy(worker)));
    commit(lost, new Change.Reopen(worker));
    return lost.size();
  }

  /// Forgets everything.
  public void clear() {
    attempts.of(() -> {
      entries.clear();
      return true;
    });
    known.clear();
  }
}
