package dev.crawler.processes.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.processes.job.Order.RollCall;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AttendanceTest {
  private static final UUID ANNE = new UUID(1, 1);
  private static final UUID BOB = new UUID(2, 2);

  private long now = -5;
  private final Attendance attendance = new Attendance(() -> now);

  @Test
  void whoHasLeftIsToldOnce() {
    assertThat(attendance.left(Set.of(ANNE, BOB))).isEmpty();
    assertThat(attendance.left(Set.of(ANNE))).containsExactly(BOB);
    assertThat(attendance.left(Set.of(ANNE))).isEmpty();
  }

  @Tag("fault:D12")
  @Test
  void oneThatIsLostMayActForALeaseAfterItsLastReport() {
    attendance.left(Set.of(ANNE, BOB));
    attendance.heard(BOB);
    pass(RollCall.LEASE);
    attendance.left(Set.of(ANNE));

    assertThat(attendance.gone(_ -> false)).isEmpty();
    now++;
    assertThat(attendance.gone(_ -> false)).containsExactly(BOB);
  }

  @Tag("fault:D1")
  @Test
  void oneWhoseProcessHasEndedActsNoMore() {
    attendance.left(Set.of(ANNE, BOB));
    attendance.left(Set.of());

    assertThat(attendance.gone(ANNE::equals)).containsExactly(ANNE);
  }

  @Test
  void oneThatIsThereIsNotGoneHoweverLongItIsSilent() {
    attendance.left(Set.of(ANNE));
    pass(RollCall.LEASE.multipliedBy(9));

    assertThat(attendance.left(Set.of(ANNE))).isEmpty();
    assertThat(attendance.gone(_ -> true)).isEmpty();
    assertThat(attendance.silence(ANNE)).isEqualTo(RollCall.LEASE.multipliedBy(9).toNanos());
  }

  @Tag("fault:D2")
  @Test
  void oneThatAFormerCoordinatorLostMayStillAct() {
    attendance.lost(BOB);

    assertThat(attendance.left(Set.of(ANNE))).isEmpty();
    assertThat(attendance.gone(_ -> false)).isEmpty();
    pass(RollCall.LEASE.plusNanos(1));
    assertThat(attendance.gone(_ -> false)).containsExactly(BOB);
  }

  @Test
  void oneThatIsSeenAgainIsNotGoneAndMayLeaveAgain() {
    attendance.left(Set.of(ANNE, BOB));
    attendance.left(Set.of(ANNE));
    attendance.left(Set.of(ANNE, BOB));
    pass(RollCall.LEASE.multipliedBy(2));

    assertThat(attendance.gone(_ -> false)).isEmpty();
    assertThat(attendance.left(Set.of(ANNE))).containsExactly(BOB);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
