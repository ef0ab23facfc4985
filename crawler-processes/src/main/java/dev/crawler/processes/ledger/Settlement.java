package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How a URL came to its end: which record counts. *Immutable.*
///
/// @param worker number of the part file, from 1
/// @param position where the record begins in the part file
/// @param epoch of the claim under which it was written
/// @param hops redirects of the way by which it was taken on
/// @param counted whether it was taken on, and so counts against the limits of its host
/// @param redirectTarget the URL that the answer redirected to, as its href, when it did
public record Settlement(
    int worker,
    long position,
    long epoch,
    int hops,
    boolean counted,
    @Nullable String redirectTarget) {
  private static final Comparator<Settlement> IN_ORDER =
      Comparator.comparingLong(Settlement::epoch)
          .thenComparingInt(Settlement::worker)
          .thenComparingLong(Settlement::position);

  /// Whether it was brought about after another one of the same URL; of those under one claim there
  /// is some order.
  boolean isLaterThan(Settlement other) {
    return IN_ORDER.compare(this, other) > 0;
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeNumber(out, worker);
    Packed.writeNumber(out, position);
    Packed.writeNumber(out, epoch);
    Packed.writeNumber(out, hops);
    out.writeBoolean(counted);
    Packed.writeText(out, redirectTarget == null ? "" : redirectTarget);
  }

  static Settlement read(ObjectDataInput in) throws IOException {
    int worker = Packed.readCount(in);
    long position = Packed.readNumber(in);
    long epoch = Packed.readNumber(in);
    int hops = Packed.readCount(in);
    boolean counted = in.readBoolean();
    var target = Packed.readText(in);
    return new Settlement(worker, position, epoch, hops, counted, target.isEmpty() ? null : target);
  }
}
