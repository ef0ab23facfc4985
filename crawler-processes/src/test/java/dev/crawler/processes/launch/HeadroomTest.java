package dev.crawler.processes.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.processes.launch.Headroom.Reading;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When a process says that it is short of memory.
@Tag("spec:G14")
@Tag("fault:D7")
final class HeadroomTest {
  private static final long MEGABYTE = 1 << 20;

  private static Reading after(int collections, int used) {
    return new Reading(used * MEGABYTE, 100 * MEGABYTE, collections);
  }

  private static List<String> shortages(Reading... readings) {
    var left = new ArrayDeque<>(List.of(readings));
    var headroom = new Headroom(left::remove);
    return List.of(readings).stream().map(_ -> headroom.shortage().orElse("")).toList();
  }

  @Test
  void whatOutlivesTwoCollectionsIsNeeded() {
    assertThat(shortages(after(3, 90), after(3, 90), after(4, 91)))
        .containsExactly("", "", "91 of 100 MB of its old generation are taken");
  }

  @Test
  void whatIsGoneWithTheNextCollectionWasNeededForAMoment() {
    assertThat(shortages(after(3, 90), after(4, 40), after(5, 90))).containsOnly("");
  }

  @Test
  void aHeapThatIsHalfFullIsNoShortage() {
    assertThat(shortages(after(0, 0), after(1, 50), after(2, 80), after(3, 84))).containsOnly("");
  }

  @Test
  void heavyPagesAreNoShortageAndManyUrlsAre() {
    var readings =
        new ArrayDeque<>(List.of(after(3, 90), after(4, 99), after(5, 99), after(6, 99)));
    var headroom = new Headroom(readings::remove);

    assertThat(headroom.shortage(280)).isEmpty();
    assertThat(headroom.shortage(280)).isEmpty();
    assertThat(headroom.shortage(40_000)).isEmpty();
    assertThat(headroom.shortage(50_000)).hasValue("99 of 100 MB of its old generation are taken");
  }

  @Test
  void thisProcessHasAGauge() {
    assertThat(Headroom.ofThisProcess().shortage()).isEmpty();
  }
}
