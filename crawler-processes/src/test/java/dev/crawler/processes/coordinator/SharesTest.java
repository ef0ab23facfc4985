package dev.crawler.processes.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final UUID BUSY = new UUID(0, 1);
  private static final UUID CALM = new UUID(0, 2);

  private final Shares shares = new Shares(100);

  @Test
  void workersBeginWithEvenShares() {
    var told = shares.among(Set.of(BUSY, CALM));

    assertThat(told).containsExactlyInAnyOrderEntriesOf(Map.of(BUSY, 50, CALM, 50));
  }

  @Test
  void whatOneDoesNotUseAnotherGets() {
    letTheBusyOneHaveMore();

    assertThat(shares.among(Set.of(BUSY, CALM)).get(BUSY)).isBetween(75, 90);
  }

  @Test
  void whoHasMoreThanAnEvenPartGivesItBackWhenTheOtherNeedsIt() {
    letTheBusyOneHaveMore();
    for (int round = 0; round < 100; round++) {
      shares.among(Set.of(BUSY, CALM)).forEach(shares::heard);
    }

    assertThat(shares.among(Set.of(BUSY, CALM)).values())
        .allSatisfy(share -> assertThat(share).isBetween(48, 52));
  }

  @Test
  void nothingIsGivenAwayThatAWorkerMayStillHaveInFlight() {
    shares.among(Set.of(CALM)).forEach(shares::heard); // has a hundred in flight

    assertThat(shares.among(Set.of(BUSY, CALM))).containsEntry(BUSY, 0);
    shares.heard(BUSY, 0);
    shares.heard(CALM, 100); // has heard of its smaller share, and still has them
    assertThat(shares.among(Set.of(BUSY, CALM))).containsEntry(BUSY, 0);
    shares.heard(CALM, 80);
    assertThat(shares.among(Set.of(BUSY, CALM)).get(BUSY)).isBetween(1, 20);
  }

  @Test
  void eachMayHaveOneWhenThereAreMoreWorkersThanFetches() {
    var many = List.of(BUSY, CALM, new UUID(0, 3));
    var few = new Shares(2);
    few.among(Set.copyOf(many)).forEach(few::heard);

    assertThat(few.among(Set.copyOf(many)))
        .containsOnlyKeys(many)
        .containsValue(1)
        .doesNotContainValue(0);
  }

  @Test
  void theSumIsNeverMoreThanAllowedWhateverWorkersDo() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var some = new Shares(40);
      var mayHave = new HashMap<UUID, Integer>();
      for (int round = 0; round < 60; round++) {
        var present = present(random);
        var told = some.among(present);
        mayHave.keySet().retainAll(present);
        told.forEach((worker, share) -> mayHave.merge(worker, share, Math::max));

        assertThat(mayHave.values().stream().mapToInt(Integer::intValue).sum())
            .as("seed %d, round %d", seed, round)
            .isLessThanOrEqualTo(40);
        told.forEach((worker, share) -> {
          if (random.nextInt(4) > 0) {
            int had = mayHave.getOrDefault(worker, 0);
            int inFlight = random.nextInt(had + 1);
            some.heard(worker, inFlight);
            mayHave.put(worker, Math.max(share, inFlight));
          }
        });
      }
    }
  }

  private void letTheBusyOneHaveMore() {
    for (int round = 0; round < 20; round++) {
      var told = shares.among(Set.of(BUSY, CALM));
      told.forEach((worker, share) ->
          shares.heard(worker, worker.equals(CALM) ? Math.min(10, share) : share));
    }
  }

  private static Set<UUID> present(Random random) {
    var all = IntStream.range(0, 5).mapToObj(i -> new UUID(1, i));
    return all.filter(_ -> random.nextInt(10) > 0).collect(Collectors.toUnmodifiableSet());
  }
}
