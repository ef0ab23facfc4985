package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import dev.crawler.core.session.Ways;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An entry as it is kept. What changes nothing answers with the same instance. *Immutable.*
///
/// @param text whether the key is an input text that is no URL
/// @param news whether a way was found since it was settled
/// @param epoch of the claim under which it was last taken over
/// @param ways to the URL, by level
/// @param settlement how it ended, or null
record EntryState(
    boolean text, boolean news, long epoch, List<Way> ways, @Nullable Settlement settlement) {
  private static final int TEXT = 1;
  private static final int NEWS = 2;
  private static final int SETTLED = 4;

  /// Known, and no more.
  static EntryState unreached(boolean text) {
    return new EntryState(text, false, 0, List.of(), null);
  }

  boolean isOpen() {
    return settlement == null || news;
  }

  /// A way to a URL that was settled is news only if its answer was a redirect, whose target it may
  /// save from the redirect limit.
  EntryState reached(Supplier<String> name, Way way, Ways none) {
    if (settlement != null && settlement.redirectTarget() == null) {
      return this;
    }
    if (ways.isEmpty()) {
      return new EntryState(text, settlement != null, epoch, List.of(way), settlement);
    }
    var key = name.get();
    var known = none;
    for (var other : ways) {
      known = known.add(other.link(key));
    }
    var more = known.add(way.link(key));
    if (more.equals(known)) {
      return this;
    }
    var kept = more.links().stream().map(link -> Way.of(key, link)).toList();
    return new EntryState(text, settlement != null, epoch, kept, settlement);
  }

  /// Ends it, unless it has ended or the claim is an older one than it was taken over with. A
  /// redirect keeps its ways, for some may be of levels to come; anything else keeps the first, in
  /// case its record is lost.
  EntryState settled(Settlement how) {
    return settlement != null || how.epoch() < epoch ? this : ended(how);
  }

  /// Ends it as it has ended in a former life. Of two records the one of the later claim counts:
  /// the ledger had refused the other, or neither was settled.
  EntryState restored(Settlement how) {
    return settlement == null || how.isLaterThan(settlement) ? ended(how) : this;
  }

  private EntryState ended(Settlement how) {
    boolean one = how.redirectTarget() == null && ways.size() > 1;
    return new EntryState(text, false, epoch, one ? List.of(ways.getFirst()) : ways, how);
  }

  EntryState takenOver(long claim) {
    return settlement == null && epoch < claim
        ? new EntryState(text, news, claim, ways, null)
        : this;
  }

  EntryState reopened(int worker) {
    return settlement == null || settlement.worker() != worker
        ? this
        : new EntryState(text, false, epoch, ways, null);
  }

  LedgerEntry entry(ShardedKey key) {
    var links = ways.stream().map(way -> way.link(key.name())).toList();
    return new LedgerEntry(
        key.shard(), key.name(), links, text ? key.name() : null, settlement, news);
  }

  void write(ObjectDataOutput out) throws IOException {
    out.writeByte((text ? TEXT : 0) | (news ? NEWS : 0) | (settlement == null ? 0 : SETTLED));
    Packed.writeNumber(out, epoch);
    Packed.writeNumber(out, ways.size());
    for (var way : ways) {
      way.write(out);
    }
    if (settlement != null) {
      settlement.write(out);
    }
  }

  static EntryState read(ObjectDataInput in) throws IOException {
    int flags = in.readByte();
    long epoch = Packed.readNumber(in);
    int count = Packed.readCount(in);
    var ways = new ArrayList<Way>(count);
    for (int i = 0; i < count; i++) {
      ways.add(Way.read(in));
    }
    var settlement = (flags & SETTLED) == 0 ? null : Settlement.read(in);
    return new EntryState((flags & TEXT) != 0, (flags & NEWS) != 0, epoch, ways, settlement);
  }
}
