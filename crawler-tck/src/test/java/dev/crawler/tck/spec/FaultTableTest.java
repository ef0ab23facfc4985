package dev.crawler.tck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Faults;
import org.junit.jupiter.api.Test;

class FaultTableTest {
  /// Differences that are in the nature of clients; fewer is better.
  private static final int ALLOWED = 4;

  @Test
  void noNumberIsUsedTwice() {
    assertThat(Faults.all()).extracting(Fault::id).doesNotHaveDuplicates();
  }

  @Test
  void fewFaultsAreLeftToChance() {
    assertThat(Faults.all())
        .filteredOn(fault -> !fault.isCompared())
        .hasSizeLessThanOrEqualTo(ALLOWED);
  }
}
