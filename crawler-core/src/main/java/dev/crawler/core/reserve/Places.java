package dev.crawler.core.reserve;

import java.util.Arrays;

/// Where chunks lie and how large they are, first in, first out. *Confined to its line.*
final class Places {
  private static final int FIELDS = 2;

  private long[] fields = {};
  private int from;
  private int to;

  boolean isEmpty() {
    return from == to;
  }

  void add(long place, int size) {
    if (to == fields.length) {
      int used = to - from;
      var larger =
          used > to / 2 || used == 0 ? new long[used + Math.max(FIELDS, used / 2 & -2)] : fields;
      System.arraycopy(fields, from, larger, 0, used);
      fields = larger;
      from = 0;
      to = used;
    }
    fields[to] = place;
    fields[to + 1] = size;
    to += FIELDS;
  }

  /// The size of the first.
  int size() {
    return (int) fields[from + 1];
  }

  /// Takes out the first and returns its place.
  long remove() {
    long place = fields[from];
    from += FIELDS;
    return place;
  }

  /// All places and sizes in turn.
  long[] toArray() {
    return Arrays.copyOfRange(fields, from, to);
  }
}
