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
  private final Lanes lanes;
  private final KnownWays known;

  /// The ledger of a member's or client's cluster; there is one.
  public Ledger(HazelcastInstance hazelcast, ShardKeys keys, boolean levelled, int maxRedirects) {
    this.keys = keys;
    this.entries = hazelcast.getMap(NAME);
    this.partitions = PartitionKeys.of(hazelcast);
    this.attempts = new Attempts(hazelcast);
    this.lanes =
        new Lanes(
            hazelcast.getPartitionService(),
            attempts,
            changes -> amend(changes, levelled, maxRedirects));
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

  private Map<ShardedKey, Settlement> amend(
      Map<ShardedKey, List<Change>> changes, boolean levelled, int maxRedirects) {
    var byName = HashMap.<String, List<Change>>newHashMap(changes.size());
    changes.forEach((key, list) -> byName.put(key.name(), list));
    var amend = new Amend(levelled, maxRedirects, byName);
    return attempts.of(() -> entries.executeOnKeys(changes.keySet(), amend));
  }

  /// Takes in links. Those that add nothing to what this process has put in are not sent.
  public void open(Collection<Link> links) {
    var changes = new HashMap<ShardedKey, List<Change>>();
    var sent = new HashMap<Link, String>();
    for (var link : links) {
      var key = link.url().key();
      if (known.isUseful(key, link)) {
        sent.put(link, key);
        changes.merge(
            new ShardedKey(keys.of(link.url()), key),
            List.of(new Change.Open(Way.of(key, link))),
            Ledger::both);
      }
    }
    lanes.commit(changes);
    sent.forEach((link, key) -> known.add(key, link));
  }

  private static List<Change> both(List<Change> first, List<Change> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /// Takes in input texts that are no URLs.
  public void openTexts(Collection<String> texts) {
    var changes = new HashMap<ShardedKey, List<Change>>();
    texts.forEach(text -> changes.put(new ShardedKey(text, text), List.of(new Change.OpenText())));
    lanes.commit(changes);
  }

  /// Ends an entry. False when it was refused: another record counts, or the entry was taken over
  /// under a later epoch, or it is unknown. The same settlement again is accepted again.
  public boolean settle(String shardKey, String key, Settlement settlement) {
    var entry = new ShardedKey(shardKey, key);
    var settled = lanes.commit(Map.of(entry, List.of(new Change.Settle(settlement))));
    return settlement.equals(settled.get(entry));
  }

  /// Notes that the session has taken the news in.
  public void acknowledge(String shardKey, String key) {
    lanes.commit(Map.of(new ShardedKey(shardKey, key), List.of(new Change.Acknowledge())));
  }

  /// Stamps what is unsettled in a partition with the epoch of a claim; returns all that is there.
  public List<LedgerEntry> takeOver(int partition, long epoch) {
    var all =
        attempts.of(() ->
            entries.executeOnEntries(new TakeOver(epoch), in(partition, Predicates.alwaysTrue())));
    return all.entrySet().stream().map(e -> e.getValue().entry(e.getKey())).toList();
  }

  /// What is open in a partition.
  public List<LedgerEntry> open(int partition) {
    var open = attempts.of(() -> entries.entrySet(in(partition, new IsOpen())));
    return open.stream().map(e -> e.getValue().entry(e.getKey())).toList();
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
  /// of Hazelcast's that must not be held up. A hint may be lost. Returns what ends it.
  public Runnable listen(BiConsumer<Integer, LedgerEntry> hint) {
    var listener =
        new LocalChanges<ShardedKey, EntryState>(
            (key, state) -> hint.accept(partitionOf(key.shard()), state.entry(key)));
    var id = entries.addLocalEntryListener(listener, new IsOpen(), true);
    return () -> entries.removeEntryListener(id);
  }

  /// Opens again what was settled by records that are lost with a part file; returns how many.
  public int reopen(int worker) {
    return attempts
        .of(() -> entries.executeOnEntries(new Reopen(worker), new SettledBy(worker)))
        .size();
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
