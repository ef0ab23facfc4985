package dev.crawler.processes.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Progress;
import dev.crawler.processes.job.Health;
import dev.crawler.processes.job.WorkerReport;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When, after the loss of a worker, another may be lost.
@Tag("spec:G15")
final class RecoveryTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final UUID NEWCOMER = new UUID(0, 3);

  private final AtomicLong clock = new AtomicLong(7);
  private final Recovery recovery = new Recovery(clock::get);

  /// All members answer; each has looked among those.
  private static Roll roll(Set<UUID> members, Set<UUID> lookedAmong) {
    return new Roll(
        members,
        members.stream().collect(Collectors.toMap(member -> member, _ -> report(lookedAmong))));
  }

  private static WorkerReport report(Set<UUID> paired) {
    return new WorkerReport(
        false,
        1,
        new BitSet(),
        0,
        null,
        Progress.START,
        CrawlReport.NONE,
        List.of(),
        new Health(paired, null, null));
  }

  @Test
  void whileNobodyIsMissedThereIsNothingToTell() {
    assertThat(recovery.over(roll(Set.of(ONE, OTHER), Set.of(ONE, OTHER)))).isEmpty();
  }

  @Test
  void itIsOverWhenAllHaveFoundTwoCopiesAmongThoseWhoAreLeft() {
    recovery.begin();
    clock.addAndGet(Duration.ofMillis(1_300).toNanos());

    var over = recovery.over(roll(Set.of(ONE, OTHER), Set.of(ONE, OTHER)));

    assertThat(over).contains(Duration.ofMillis(1_300));
    assertThat(recovery.over(roll(Set.of(ONE, OTHER), Set.of(ONE, OTHER)))).isEmpty();
  }

  @Test
  void whatWasFoundBeforeTheLossDoesNotCount() {
    recovery.begin();

    var before = Set.of(ONE, OTHER, NEWCOMER);

    assertThat(recovery.over(roll(Set.of(ONE, OTHER), before))).isEmpty();
  }

  @Test
  void whoHasNotAnsweredMayHaveOneCopyOnly() {
    recovery.begin();
    var silent = new Roll(Set.of(ONE, OTHER), Map.of(ONE, report(Set.of(ONE, OTHER))));

    assertThat(recovery.over(silent)).isEmpty();
    assertThat(recovery.over(roll(Set.of(ONE, OTHER), Set.of()))).isEmpty();
  }

  @Test
  void aSecondLossMeanwhileDoesNotBeginTheCountAnew() {
    recovery.begin();
    clock.addAndGet(Duration.ofSeconds(2).toNanos());
    recovery.begin();
    clock.addAndGet(Duration.ofSeconds(1).toNanos());

    assertThat(recovery.over(roll(Set.of(ONE, NEWCOMER), Set.of(ONE, NEWCOMER))))
        .contains(Duration.ofSeconds(3));
  }
}
