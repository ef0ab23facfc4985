package dev.crawler.core.simhash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spec:M4")
class NearDuplicatesTest {
  private static NearDuplicates of(List<Long> hashes) {
    var index = new NearDuplicates();
    hashes.forEach(hash -> index.add(new SimHash(hash)));
    assertThat(index.size()).isEqualTo(hashes.size());
    return index;
  }

  /// The groups as sets of hashes.
  private static Set<Set<Long>> groups(List<Long> hashes) {
    var index = of(hashes);
    var found = index.groups();
    assertThat(found.isCut()).isFalse();
    var groups = new HashMap<Integer, Set<Long>>();
    for (int i = 0; i < hashes.size(); i++) {
      groups.computeIfAbsent(index.groupOf(i, found), _ -> new HashSet<>()).add(hashes.get(i));
    }
    return new HashSet<>(groups.values());
  }

  /// The same by comparing all pairs.
  private static Set<Set<Long>> byAllPairs(List<Long> hashes) {
    var groups = new ArrayList<Set<Long>>();
    for (long hash : hashes) {
      var joined = new HashSet<>(Set.of(hash));
      groups.removeIf(group ->
          group.stream().anyMatch(other -> Long.bitCount(hash ^ other) <= 3)
              && joined.addAll(group));
      groups.add(joined);
    }
    return new HashSet<>(groups);
  }

  private static long flipped(long hash, int bits, Random random) {
    long result = hash;
    while (Long.bitCount(result ^ hash) < bits) {
      result ^= 1L << random.nextInt(Long.SIZE);
    }
    return result;
  }

  @Test
  void whateverDiffersInThreeBitsIsFoundAndNothingElse() {
    for (long seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      var hashes = new ArrayList<Long>();
      for (int i = 0; i < 60; i++) {
        long hash = random.nextLong();
        hashes.add(hash);
        hashes.add(flipped(hash, 1 + random.nextInt(6), random));
      }
      var expected = byAllPairs(hashes);

      Collections.shuffle(hashes, random);

      assertThat(groups(hashes)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void everyWayToDifferInThreeBitsIsFound() {
    long hash = 0x0123_4567_89ab_cdefL;
    int missed = 0;
    for (int a = 0; a < Long.SIZE; a++) {
      for (int b = a + 1; b < Long.SIZE; b++) {
        for (int c = b + 1; c < Long.SIZE; c++) {
          var index = new NearDuplicates();
          index.add(new SimHash(hash));
          index.add(new SimHash(hash ^ 1L << a ^ 1L << b ^ 1L << c));
          var groups = index.groups();
          missed += index.groupOf(0, groups) == index.groupOf(1, groups) ? 0 : 1;
        }
      }
    }

    assertThat(missed).isZero();
  }

  @Test
  void equalHashesAreOneGroupHoweverManyThereAre() {
    assertThat(groups(Collections.nCopies(100_000, 7L))).isEqualTo(Set.of(Set.of(7L)));
  }

  @Test
  void nothingHasNoGroups() {
    assertThat(new NearDuplicates().groups().bound()).isZero();
  }

  @Test
  void hashesMadeToAgreeInABlockCostNoSquareAndAreTold() {
    var index = new NearDuplicates();
    for (long i = 0; i < 50_000; i++) {
      index.add(new SimHash(i * 0x1_0001L & 0xFFFF_FFFFL));
    }

    assertThat(index.groups().isCut()).isTrue();
  }

  @Test
  void thereIsNoRoomForMoreThanItSays() {
    var index = new NearDuplicates();
    for (int i = 0; i < NearDuplicates.MOST; i++) {
      index.add(new SimHash(i));
    }

    assertThat(index.add(new SimHash(0))).isFalse();
    assertThat(index.size()).isEqualTo(NearDuplicates.MOST);
  }
}
