package dev.crawler.processes.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When it is looked for what may have got lost.
@Tag("spec:G7")
final class StandstillTest {
  private final AtomicLong clock = new AtomicLong(-5);
  private final Standstill standstill = new Standstill(clock::get);

  private boolean lasts(int activity) {
    return standstill.lastsAt(Rolls.busy(activity));
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void whatHasJustBeenDoneIsNoStandstill() {
    assertThat(lasts(1)).isFalse();
    pass(Duration.ofSeconds(2));
    assertThat(lasts(1)).isFalse();
    pass(Duration.ofSeconds(2));
    assertThat(lasts(2)).isFalse();
    pass(Duration.ofSeconds(2));
    assertThat(lasts(2)).isFalse();
  }

  @Test
  void whereNothingIsDoneItIsLookedNowAndThen() {
    assertThat(lasts(1)).isFalse();
    pass(Duration.ofSeconds(3));
    assertThat(lasts(1)).isTrue();
    standstill.looked(clock.get());
    assertThat(lasts(1)).isFalse();
    pass(Duration.ofSeconds(3));
    assertThat(lasts(1)).isTrue();
  }

  @Test
  void aLookThatTakesLongLeavesTimeToWorkBeforeTheNext() {
    assertThat(lasts(1)).isFalse();
    pass(Duration.ofSeconds(3));
    assertThat(lasts(1)).isTrue();

    long began = clock.get();
    pass(Duration.ofSeconds(6));
    standstill.looked(began);

    assertThat(lasts(1)).isFalse();
    pass(Duration.ofSeconds(119));
    assertThat(lasts(1)).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(lasts(1)).isTrue();
  }
}
