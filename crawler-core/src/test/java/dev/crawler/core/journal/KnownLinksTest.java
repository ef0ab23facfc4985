package dev.crawler.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KnownLinksTest {
  private static final int LINKS = 50_000;

  /// The page by which a URL is reached best.
  private record Way(int depth, String page) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      int byDepth = Integer.compare(depth, other.depth);
      return byDepth == 0 ? page.compareTo(other.page) : byDepth;
    }
  }

  private static String href(int link) {
    return "http://a.example/" + link;
  }

  @Test
  void asItComesALinkIsWrittenOnce() {
    var known = new KnownLinks(false);
    var random = new SplittableRandom(1);
    int written = 0;
    for (int i = 0; i < 4 * LINKS; i++) {
      written += known.knows(href(i < LINKS ? i : random.nextInt(LINKS)), "", i) ? 0 : 1;
    }

    assertThat(written).isEqualTo(LINKS);
  }

  @Test
  void whatIsForgottenIsWrittenAgainAndWhatIsNewAlways() {
    var known = new KnownLinks(false, 1_000);
    for (int round = 0; round < 2; round++) {
      for (int link = 0; link < LINKS; link++) {
        boolean wasKnown = known.knows(href(link), "", 3);
        assertThat(wasKnown && round == 0).isFalse();
        assertThat(known.knows(href(link), "", 3)).isTrue();
      }
    }
    assertThat(known.knows(href(0), "", 3)).isFalse();
  }

  @Tag("spec:D4")
  @Test
  void inLevelsTheBestWayToALinkIsAlwaysWritten() {
    var random = new SplittableRandom(2);
    var known = new KnownLinks(true, 5_000);
    var best = new HashMap<String, Way>();
    var written = new HashMap<String, Way>();
    int number = 0;
    for (int i = 0; i < 20 * LINKS; i++) {
      var href = href(random.nextInt(LINKS / 5));
      var way = new Way(i / (4 * LINKS) + random.nextInt(2), "http://b/" + random.nextInt(100_000));
      best.merge(href, way, KnownLinksTest::lesser);
      if (!known.knows(href, way.page(), way.depth())) {
        written.merge(href, way, KnownLinksTest::lesser);
        number++;
      }
    }

    assertThat(written).isEqualTo(Map.copyOf(best));
    assertThat(number).isLessThan(10 * LINKS);
  }

  private static Way lesser(Way one, Way other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
