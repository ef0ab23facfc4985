package dev.crawler.processes.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Progress;
import dev.crawler.processes.job.Health;
import dev.crawler.processes.job.WorkerReport;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When a crawl of four partitions, by two workers, is over.
@Tag("spec:G7")
final class RollTest {
  private static final int PARTITIONS = 4;
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private static WorkerReport report(boolean idle, long activity, int... partitions) {
    return report(idle, activity, null, partitions);
  }

  private static WorkerReport report(
      boolean idle, long activity, @Nullable String fault, int... partitions) {
    var held = new BitSet();
    for (int partition : partitions) {
      held.set(partition);
    }
    var next = new Level(false, (int) activity, 0);
    var health = new Health(Set.of(), null, fault);
    return new WorkerReport(
        idle, activity, held, 0, next, Progress.START, CrawlReport.NONE, List.of(), health);
  }

  private static Roll roll(WorkerReport one, WorkerReport other) {
    return new Roll(Set.of(ONE, OTHER), Map.of(ONE, one, OTHER, other));
  }

  @Test
  void whenAllPartitionsAreHeldAndAllAreIdleItIsQuiet() {
    var roll = roll(report(true, 3, 0, 2), report(true, 5, 1, 3));

    assertThat(roll.isQuiet(PARTITIONS, 0)).isTrue();
  }

  @Test
  void aWorkerThatIsBusyIsHeard() {
    var roll = roll(report(true, 3, 0, 2), report(false, 5, 1, 3));

    assertThat(roll.isQuiet(PARTITIONS, 0)).isFalse();
  }

  @Test
  void aWorkerThatDoesNotAnswerMayBeAtWork() {
    var roll = new Roll(Set.of(ONE, OTHER), Map.of(ONE, report(true, 3, 0, 1, 2, 3)));

    assertThat(roll.isQuiet(PARTITIONS, 0)).isFalse();
  }

  @Test
  void aWorkerWithAFaultLeavesSomethingUndone() {
    var roll = roll(report(true, 3, 0, 2), report(true, 5, "broken", 1, 3));

    assertThat(roll.isQuiet(PARTITIONS, 0)).isFalse();
  }

  @Test
  void aPartitionOnItsWayIsNobodysYet() {
    var roll = roll(report(true, 3, 0, 2), report(true, 5, 1));

    assertThat(roll.isQuiet(PARTITIONS, 0)).isFalse();
  }

  @Test
  void aPartitionThatTwoSayTheyHoldHasJustMoved() {
    var roll = roll(report(true, 3, 0, 1, 2), report(true, 5, 1, 3));

    assertThat(roll.isQuiet(PARTITIONS, 0)).isFalse();
  }

  @Test
  void aLevelThatAWorkerHasNotHeardOfIsNotDone() {
    var roll = roll(report(true, 3, 0, 2), report(true, 5, 1, 3));

    assertThat(roll.isQuiet(PARTITIONS, 1)).isFalse();
  }

  @Test
  void whoHasDoneSomethingBetweenMayHaveFoundMore() {
    var first = roll(report(true, 3, 0, 2), report(true, 5, 1, 3));
    var same = roll(report(true, 3, 0, 2), report(true, 5, 1, 3));
    var later = roll(report(true, 3, 0, 2), report(true, 6, 1, 3));

    assertThat(first.isFollowedBy(same)).isTrue();
    assertThat(first.isFollowedBy(later)).isFalse();
  }

  @Test
  void shardsThatHaveMovedBetweenMayHaveTakenLinksWithThem() {
    var first = roll(report(true, 3, 0, 2), report(true, 5, 1, 3));
    var moved = roll(report(true, 3, 0), report(true, 5, 1, 2, 3));

    assertThat(first.isFollowedBy(moved)).isFalse();
  }

  @Test
  void theFirstLevelThatIsHeldBackAnywhereIsNext() {
    var roll = roll(report(true, 3, 0, 2), report(true, 5, 1, 3));

    assertThat(roll.nextLevel()).contains(new Level(false, 3, 0));
  }
}
