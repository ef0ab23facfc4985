package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WaysTest {
  private static final int MAX_REDIRECTS = 3;
  private static final CrawlUrl PAGE = CrawlUrl.of("http://ex.com/page");

  private static Link way(int depth, int hops, String referrer) {
    return new Link(PAGE, depth, hops, CrawlUrl.of("http://ex.com/" + referrer));
  }

  private static List<Link> kept(boolean levelled, List<Link> found) {
    var ways = Ways.none(levelled, MAX_REDIRECTS);
    for (var link : found) {
      ways = ways.add(link);
    }
    return ways.links();
  }

  @Test
  void laterWayIsKeptWhenItHasFewerRedirects() {
    var long1 = way(1, 2, "a");
    var short2 = way(2, 1, "a");

    assertThat(kept(true, List.of(short2, long1))).containsExactly(long1, short2);
  }

  @Test
  void laterWayWithAsManyRedirectsIsNot() {
    var first = way(1, 1, "a");

    assertThat(kept(true, List.of(way(2, 1, "a"), first, way(1, 2, "a")))).containsExactly(first);
  }

  @Test
  void ofOneLevelTheLeastReferrerIsKept() {
    assertThat(kept(true, List.of(way(1, 0, "b"), way(1, 0, "a"), way(1, 0, "c"))))
        .containsExactly(way(1, 0, "a"));
  }

  @Test
  void tooManyRedirectsComeLast() {
    var far = way(1, MAX_REDIRECTS + 1, "a");
    var near = way(5, 0, "a");

    assertThat(kept(true, List.of(far, near))).containsExactly(near);
    assertThat(kept(true, List.of(near, far))).containsExactly(near);
  }

  @Test
  void streamingCrawlKeepsTheFewestRedirects() {
    assertThat(kept(false, List.of(way(1, 2, "a"), way(2, 1, "b"), way(1, 1, "a"))))
        .containsExactly(way(2, 1, "b"));
  }

  @Test
  void uselessWayChangesNothing() {
    var ways = Ways.none(true, MAX_REDIRECTS).add(way(1, 0, "a"));

    assertThat(ways.add(way(1, 0, "a"))).isSameAs(ways);
  }

  @Test
  void whatIsKeptDoesNotDependOnTheOrder() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var found =
          new ArrayList<>(
              IntStream.range(0, 8)
                  .mapToObj(_ -> way(random.nextInt(4), random.nextInt(6), "r" + random.nextInt(3)))
                  .toList());
      var once = kept(true, found);

      Collections.shuffle(found, random);

      assertThat(kept(true, found)).as("seed %s", seed).isEqualTo(once);
    }
  }
}
