package dev.crawler.processes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.session.Charter;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Release;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.processes.cluster.MockCluster;
import dev.crawler.processes.cluster.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JobBoardTest {
  private static final CrawlPlan PLAN =
      CrawlPlan.of("http://a/").depth(new Depth(3)).scope(ScopeKind.PREFIX).build();

  private static MockCluster cluster;
  private static HazelcastInstance member;

  private JobBoard board;

  @BeforeAll
  static void start() {
    cluster = MockCluster.ofWorkers();
    member = cluster.start(Role.WORKER);
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @BeforeEach
  void open() {
    board = new JobBoard(member);
  }

  @AfterEach
  void clear() {
    board.clear();
  }

  @Test
  void anEmptyBoardHasNoJob() {
    assertThat(board.title()).isEmpty();
    assertThat(board.releases()).isEmpty();
    assertThat(board.workers()).isEmpty();
    assertThat(board.pagesLeft(OptionalLong.of(9))).hasValue(9);
    assertThatIllegalStateException().isThrownBy(board::plan);
  }

  @Test
  void aJobIsReadByOthers() {
    var title = new JobBoard.Title("id", "fingerprint", "seeds");
    var workers =
        Map.of(
            new UUID(1, 2), new Introduction(1, Path.of("/tmp/a"), "mark", false),
            new UUID(3, 4), new Introduction(2, Path.of("/tmp/b"), "mark", true));
    board.put(title);
    board.put(PLAN);
    board.put(workers);

    var other = new JobBoard(member);

    assertThat(other.title()).contains(title);
    assertThat(other.plan().depth()).isEqualTo(PLAN.depth());
    assertThat(other.workers()).isEqualTo(workers);
  }

  @Test
  void aCharterOfManyPlacesIsReadAgain() {
    var charter = new Charter(ScopeKind.PREFIX);
    charter.add(CrawlUrl.of("http://u:p@named/dir/page"));
    charter.add(new Charter.Place(CrawlUrl.of("http://sitemap/s.xml"), true, false));
    IntStream.range(0, 2_500)
        .mapToObj(i -> new Charter.Place(CrawlUrl.of("http://h" + i + "/d/p"), false, true))
        .forEach(charter::add);

    board.put(charter);

    assertThat(board.charter(PLAN).places())
        .containsExactlyElementsOf(charter.places())
        .hasSize(2_502);
  }

  @Test
  void releasesFollowOneAnother() {
    var first = new Release(new Level(false, 0, 0), null);
    var second = new Release(new Level(false, 1, 0), "http://a/last");
    board.add(first, 10);
    board.add(second, 0);

    assertThat(board.releases()).isEqualTo(List.of(first, second));
    assertThat(board.pagesLeft(OptionalLong.of(99))).hasValue(0);
    assertThat(board.pagesLeft(OptionalLong.empty())).isEmpty();
  }
}
