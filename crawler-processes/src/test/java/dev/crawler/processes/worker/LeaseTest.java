package dev.crawler.processes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private final Lease lease = new Lease();

  @Test
  void whoHasNotBeenHeardMayNotAct() {
    lease.reported(1);

    assertThat(lease.isGiven()).isFalse();
  }

  @Test
  void aReportThatWasHeardGivesIt() {
    lease.reported(1);
    lease.heard(1);

    assertThat(lease.isGiven()).isTrue();
  }

  @Test
  void aRoundThatWasNeverReportedGivesNothing() {
    lease.reported(2);
    lease.heard(7);

    assertThat(lease.isGiven()).isFalse();
  }

  @Test
  void whoWaitsGoesOnWhenItIsGiven() throws Exception {
    var waiting = CompletableFuture.supplyAsync(this::given);
    lease.reported(1);
    lease.heard(1);

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoWaitsIsToldWhenItNeverWillBe() throws Exception {
    var waiting = CompletableFuture.supplyAsync(this::given);
    lease.end();
    lease.reported(1);
    lease.heard(1);

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(lease.isGiven()).isFalse();
  }

  private boolean given() {
    try {
      return lease.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
