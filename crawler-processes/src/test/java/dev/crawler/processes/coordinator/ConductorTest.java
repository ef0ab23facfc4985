package dev.crawler.processes.coordinator;

import static dev.crawler.processes.coordinator.Rolls.busy;
import static dev.crawler.processes.coordinator.Rolls.idle;
import static dev.crawler.processes.coordinator.Rolls.roll;
import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.PageLimit;
import dev.crawler.core.session.Release;
import dev.crawler.processes.cluster.MockCluster;
import dev.crawler.processes.cluster.Role;
import dev.crawler.processes.job.JobBoard;
import dev.crawler.processes.job.Order.Wish;
import dev.crawler.processes.job.Orders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When a crawl by one worker, of one partition, goes on and when it is over.
@Tag("spec:G7")
final class ConductorTest {
  private static final Level NEXT = new Level(false, 1, 0);

  private static MockCluster cluster;
  private static HazelcastInstance hazelcast;

  private final Answers answers = new Answers();

  /// What the worker says, in the order in which it is asked.
  private static final class Answers implements RollCaller {
    private final Queue<Roll> toCalls = new ArrayDeque<>();
    private final Queue<Roll> toRescans = new ArrayDeque<>();
    private final List<Integer> released = new ArrayList<>();

    @Override
    public Roll call(int releases, Wish wish) {
      released.add(releases);
      return toCalls.remove();
    }

    @Override
    public Roll rescan() {
      return toRescans.remove();
    }
  }

  @BeforeAll
  static void start() {
    cluster = MockCluster.ofWorkers();
    hazelcast = cluster.start(Role.WORKER);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void clear() {
    new JobBoard(hazelcast).clear();
  }

  private void conduct() throws Exception {
    new Conductor(
            answers,
            new Orders(hazelcast),
            new JobBoard(hazelcast),
            1,
            new PageLimit(OptionalLong.empty()),
            _ -> Wish.GO_ON,
            () -> {})
        .conduct();
  }

  private void assertAllWasAsked() {
    assertThat(answers.toCalls).isEmpty();
    assertThat(answers.toRescans).isEmpty();
  }

  @Test
  void itIsOverWhenNobodyFindsAnythingInTheLedgerEither() throws Exception {
    answers.toCalls.addAll(List.of(busy(3), idle(7)));
    answers.toRescans.add(idle(7));

    conduct();

    assertAllWasAsked();
  }

  @Test
  void whatTheLedgerHoldsAndNobodyHasHeardOfIsStillToDo() throws Exception {
    answers.toCalls.addAll(List.of(idle(7), idle(8)));
    answers.toRescans.addAll(List.of(busy(7), idle(8)));

    conduct();

    assertAllWasAsked();
  }

  @Test
  void whatWasDoneBetweenMayHaveFoundMore() throws Exception {
    answers.toCalls.addAll(List.of(idle(7), idle(8)));
    answers.toRescans.addAll(List.of(idle(8), idle(8)));

    conduct();

    assertAllWasAsked();
  }

  @Test
  void aLevelIsReleasedWhenAllBeforeItIsSettled() throws Exception {
    var first = roll(true, 7, 0, NEXT);
    var last = roll(true, 9, 1, null);
    answers.toCalls.addAll(List.of(first, last));
    answers.toRescans.addAll(List.of(first, last));

    conduct();

    assertAllWasAsked();
    assertThat(new JobBoard(hazelcast).releases()).extracting(Release::level).containsExactly(NEXT);
    assertThat(answers.released).containsExactly(0, 1);
  }
}
