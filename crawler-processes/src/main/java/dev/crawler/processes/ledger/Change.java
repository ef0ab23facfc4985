package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import dev.crawler.core.session.Ways;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What can happen to an entry. Each may happen twice, and the second time changes nothing.
sealed interface Change {
  /// A way was found.
  record Open(Way way) implements Change {}

  /// An input text that is no URL was read.
  record OpenText() implements Change {}

  /// It came to its end.
  record Settle(Settlement settlement) implements Change {}

  /// It came to its end in a former life of the crawl.
  record Restore(Settlement settlement) implements Change {}

  /// Its partition was taken over: while it is unsettled, no older claim settles it.
  record Stamp(long epoch) implements Change {}

  /// The part file is lost in which that worker has settled it.
  record Reopen(int worker) implements Change {}

  /// The entry afterwards; the same instance when nothing changes.
  ///
  /// @param name of the entry
  /// @param state of it, or null when nobody has opened it
  /// @param none no way, in the plan's order
  default @Nullable EntryState applyTo(
      @Nullable EntryState state, Supplier<String> name, Ways none) {
    return switch (this) {
      case Open(var way) ->
          (state == null ? EntryState.unreached(false) : state).reached(name, way, none);
      case OpenText() -> state == null ? EntryState.unreached(true) : state;
      case Settle(var settlement) -> state == null ? null : state.settled(settlement);
      case Restore(var settlement) -> state == null ? null : state.restored(settlement);
      case Stamp(var epoch) -> state == null ? null : state.takenOver(epoch);
      case Reopen(var worker) -> state == null ? null : state.reopened(worker);
    };
  }

  /// Whether an entry has come to be what the change asks for.
  default boolean isAccepted(@Nullable EntryState after) {
    return !(this instanceof Settle(var settlement))
        || after != null && settlement.equals(after.settlement());
  }

  /// Writes one.
  default void write(ObjectDataOutput out) throws IOException {
    switch (this) {
      case Open(var way) -> {
        out.writeByte('o');
        way.write(out);
      }
      case OpenText() -> out.writeByte('t');
      case Settle(var settlement) -> {
        out.writeByte('s');
        settlement.write(out);
      }
      case Restore(var settlement) -> {
        out.writeByte('f');
        settlement.write(out);
      }
      case Stamp(var epoch) -> {
        out.writeByte('e');
        Packed.writeNumber(out, epoch);
      }
      case Reopen(var worker) -> {
        out.writeByte('r');
        Packed.writeNumber(out, worker);
      }
    }
  }

  /// Reads one.
  static Change read(ObjectDataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 'o' -> new Open(Way.read(in));
      case 't' -> new OpenText();
      case 's' -> new Settle(Settlement.read(in));
      case 'f' -> new Restore(Settlement.read(in));
      case 'e' -> new Stamp(Packed.readNumber(in));
      case 'r' -> new Reopen(Packed.readCount(in));
      default -> throw new InvalidObjectException("no kind of change: " + kind);
    };
  }
}
