package dev.crawler.core.record;

/// Numbers keys in the order they come, from 0; a key that came before keeps its number. Keeps 64
/// bits of each key and not the key, 24 bytes as a rule: of a million keys two fall together once
/// in some 30 million lists, and then one record comes late. *Confined to one thread at a time.*
final class Ranks {
  private static final int SMALLEST = 16;

  /// 0 where there is none. Open addressing, at most two thirds full.
  private long[] marks = new long[SMALLEST];

  private int[] numbers = new int[SMALLEST];
  private int count;

  /// Gives the key the next number, unless it has one.
  void add(String key) {
    if (count + 1 > marks.length / 3 * 2) {
      grow();
    }
    long mark = mark(key);
    int slot = slot(mark, marks);
    if (marks[slot] == 0) {
      marks[slot] = mark;
      numbers[slot] = count++;
    }
  }

  /// The number of that key, or -1.
  int of(String key) {
    int slot = slot(mark(key), marks);
    return marks[slot] == 0 ? -1 : numbers[slot];
  }

  private void grow() {
    var moved = new long[Math.multiplyExact(marks.length, 2)];
    var movedNumbers = new int[moved.length];
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] != 0) {
        int slot = slot(marks[i], moved);
        moved[slot] = marks[i];
        movedNumbers[slot] = numbers[i];
      }
    }
    marks = moved;
    numbers = movedNumbers;
  }

  private static int slot(long mark, long[] marks) {
    int slot = (int) mark & marks.length - 1;
    while (marks[slot] != 0 && marks[slot] != mark) {
      slot = slot + 1 & marks.length - 1;
    }
    return slot;
  }

  /// FNV-1a over the characters, then the finaliser of MurmurHash 3; never 0.
  private static long mark(String key) {
    long mark = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      mark = (mark ^ key.charAt(i)) * 0x100000001b3L;
    }
    mark = (mark ^ mark >>> 33) * 0xff51afd7ed558ccdL;
    mark = (mark ^ mark >>> 33) * 0xc4ceb9fe1a85ec53L;
    mark ^= mark >>> 33;
    return mark == 0 ? 1 : mark;
  }
}
