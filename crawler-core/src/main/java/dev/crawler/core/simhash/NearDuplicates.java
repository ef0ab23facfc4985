package dev.crawler.core.simhash;

import java.util.Arrays;

/// Finds hashes that differ in three bits at most, among as many as a crawl has pages. Three bits
/// touch three of four blocks at most, so two such hashes are the same in one block of 16 bits: it
/// is enough to sort them by each block in turn and to compare those that agree in it (Manku et
/// al., section 3). What is held is eight bytes a hash, and room to grow as much again. *Confined
/// to one thread.*
public final class NearDuplicates {
  /// Bits in which two may differ.
  public static final int DISTANCE = 3;

  /// Hashes that are taken at most: 32 MiB, and at the end three times that.
  public static final int MOST = 1 << 22;

  private static final int BLOCKS = DISTANCE + 1;
  private static final int BLOCK_BITS = Long.SIZE / BLOCKS;

  /// Of hashes by chance, 64 of a full index agree in a block. Where far more do, somebody has made
  /// pages for it, or a site is one page; it must not cost the square of their number.
  private static final int MOST_COMPARED = 1000;

  private long[] hashes = new long[1 << 10];
  private int size;

  /// Takes the next hash, whose number is how many were taken before.
  ///
  /// @return false when there is no room for more, and it was not taken
  public boolean add(SimHash hash) {
    if (size == MOST) {
      return false;
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    hashes[size++] = hash.bits();
    return true;
  }

  /// Hashes taken so far.
  public int size() {
    return size;
  }

  /// The groups: hashes that differ in three bits at most are in one, and so are, by way of those
  /// between them, some that differ in more. They do not depend on the order in which hashes came.
  public DuplicateGroups groups() {
    var distinct = Arrays.stream(hashes, 0, size).sorted().distinct().toArray();
    var groups = new DuplicateGroups(distinct);
    for (int block = 0; block < BLOCKS; block++) {
      join(distinct, block * BLOCK_BITS, groups);
    }
    return groups;
  }

  /// The number of the group that a hash is in.
  public int groupOf(int number, DuplicateGroups groups) {
    return groups.of(hashes[number]);
  }

  private static void join(long[] distinct, int turn, DuplicateGroups groups) {
    var turned = new long[distinct.length];
    Arrays.setAll(turned, i -> Long.rotateLeft(distinct[i], turn));
    Arrays.sort(turned);
    for (int i = 0; i < turned.length; i++) {
      int end = Math.min(turned.length, i + 1 + MOST_COMPARED);
      int j = i + 1;
      for (; j < end && block(turned[j]) == block(turned[i]); j++) {
        if (Long.bitCount(turned[i] ^ turned[j]) <= DISTANCE) {
          groups.join(Long.rotateRight(turned[i], turn), Long.rotateRight(turned[j], turn));
        }
      }
      if (j == end && j < turned.length && block(turned[j]) == block(turned[i])) {
        groups.cut();
      }
    }
  }

  private static long block(long turned) {
    return turned >>> Long.SIZE - BLOCK_BITS;
  }
}
