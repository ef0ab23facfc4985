package dev.crawler.processes.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Progress;
import dev.crawler.processes.job.WorkerReport;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final Level FIRST = new Level(false, 1, 0);
  private static final Level SECOND = new Level(false, 1, 1);

  @Test
  void allAreQuietWhenEachIsIdleAndEachPartitionHasOneWorker() {
    var roll = roll(report(true, 1, SECOND, 0, 1), report(true, 1, FIRST, 2));

    assertThat(roll.isQuiet(3, 4)).isTrue();
    assertThat(roll.nextLevel()).contains(FIRST);
  }

  @Test
  void oneThatWorksKeepsAllAwake() {
    assertThat(roll(report(true, 1, null, 0, 1), report(false, 1, null, 2)).isQuiet(3, 4))
        .isFalse();
  }

  @Test
  void aPartitionWithoutAWorkerOrWithTwoMayHaveSomethingToDo() {
    assertThat(roll(report(true, 1, null, 0, 1), report(true, 1, null)).isQuiet(3, 4)).isFalse();
    assertThat(roll(report(true, 1, null, 0, 1), report(true, 1, null, 1, 2)).isQuiet(3, 4))
        .isFalse();
  }

  @Test
  void whoHasNotReleasedTheLastLevelIsNotDone() {
    assertThat(roll(report(true, 1, null, 0, 1), report(true, 1, null, 2)).isQuiet(3, 5)).isFalse();
  }

  @Test
  void whoDoesNotAnswerMayHaveSomethingToDo() {
    var roll = new Roll(Set.of(ONE, OTHER), Map.of(ONE, report(true, 1, null, 0, 1, 2)));

    assertThat(roll.isQuiet(3, 4)).isFalse();
  }

  @Test
  void nobodyIsNotQuiet() {
    assertThat(new Roll(Set.of(), Map.of()).isQuiet(0, 4)).isFalse();
  }

  @Test
  void somethingDoneBetweenTwoRollsSeparatesThem() {
    var before = roll(report(true, 1, null, 0, 1), report(true, 1, null, 2));
    var after = roll(report(true, 1, null, 0, 1), report(true, 2, null, 2));
    var moved = roll(report(true, 1, null, 0), report(true, 1, null, 1, 2));

    assertThat(before.isFollowedBy(before)).isTrue();
    assertThat(before.isFollowedBy(after)).isFalse();
    assertThat(before.isFollowedBy(moved)).isFalse();
    assertThat(before.isFollowedBy(new Roll(Set.of(ONE), Map.of(ONE, report(true, 1, null)))))
        .isFalse();
  }

  private static Roll roll(WorkerReport one, WorkerReport other) {
    return new Roll(Set.of(ONE, OTHER), Map.of(ONE, one, OTHER, other));
  }

  private static WorkerReport report(
      boolean idle, long activity, @Nullable Level next, int... partitions) {
    var held = new BitSet();
    for (int partition : partitions) {
      held.set(partition);
    }
    return new WorkerReport(
        idle, activity, held, 4, next, Progress.START, CrawlReport.NONE, List.of(), null);
  }
}
