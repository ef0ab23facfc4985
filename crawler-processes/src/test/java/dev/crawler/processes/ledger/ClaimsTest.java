package dev.crawler.processes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.processes.cluster.MockCluster;
import dev.crawler.processes.cluster.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ClaimsTest {
  private static final UUID ANNE = new UUID(1, 1);
  private static final UUID BOB = new UUID(2, 2);

  private static final Set<UUID> NOBODY = Set.of();

  private MockCluster cluster;
  private Claims claims;
  private Post post;
  private Manners manners;

  @BeforeEach
  void start() {
    cluster = MockCluster.ofWorkers();
    var member = cluster.start(Role.WORKER);
    claims = new Claims(member);
    post = new Post(member);
    manners = new Manners(member);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void freePartitionIsClaimed() {
    assertThat(claims.claim(0, ANNE, NOBODY)).isEqualTo(new Claim(ANNE, 1));
    assertThat(claims.claim(270, ANNE, NOBODY)).isEqualTo(new Claim(ANNE, 1));

    assertThat(claims.all()).isEqualTo(Map.of(0, new Claim(ANNE, 1), 270, new Claim(ANNE, 1)));
  }

  @Tag("fault:D17")
  @Test
  void claimingAgainKeepsTheEpoch() {
    claims.claim(3, ANNE, NOBODY);

    assertThat(claims.claim(3, ANNE, NOBODY)).isEqualTo(new Claim(ANNE, 1));
  }

  @Tag("spec:G4")
  @Test
  void whatIsHeldIsNotClaimed() {
    claims.claim(3, ANNE, NOBODY);

    assertThat(claims.claim(3, BOB, NOBODY)).isEqualTo(new Claim(ANNE, 1));
  }

  @Tag("spec:G4")
  @Test
  void whatOneThatIsGoneHeldIsClaimedUnderTheNextEpoch() {
    claims.claim(3, ANNE, NOBODY);

    assertThat(claims.claim(3, BOB, Set.of(ANNE))).isEqualTo(new Claim(BOB, 2));
  }

  @Test
  void releasedPartitionIsFreeAndKeepsItsEpoch() {
    claims.claim(3, ANNE, NOBODY);

    claims.release(3, ANNE, 1);

    assertThat(claims.all()).containsEntry(3, new Claim(null, 1));
    assertThat(claims.claim(3, BOB, NOBODY)).isEqualTo(new Claim(BOB, 2));
  }

  @Tag("spec:G4")
  @Tag("fault:D17")
  @Test
  void lateReleaseOfALostClaimDoesNothing() {
    claims.claim(3, ANNE, NOBODY);
    claims.claim(3, BOB, Set.of(ANNE));

    claims.release(3, ANNE, 1);

    assertThat(claims.all()).containsEntry(3, new Claim(BOB, 2));
  }

  @Test
  void letterStaysUntilItIsRemoved() {
    post.send("ex.com", "hello".getBytes(StandardCharsets.UTF_8));

    var letter =
        IntStream.range(0, 271)
            .mapToObj(post::letters)
            .flatMap(l -> l.stream())
            .toList()
            .getFirst();
    assertThat(letter.key().shard()).isEqualTo("ex.com");
    assertThat(letter.content()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    post.remove(letter);
    assertThat(IntStream.range(0, 271).mapToObj(post::letters)).allMatch(l -> l.isEmpty());
  }

  @Tag("spec:G5")
  @Test
  void lastWordAboutAHostCounts() {
    manners.put("ex.com", "a.ex.com", new byte[] {1});
    manners.put("ex.com", "a.ex.com", new byte[] {2});

    var known = IntStream.range(0, 271).mapToObj(manners::of).filter(m -> !m.isEmpty()).toList();
    assertThat(known).hasSize(1);
    assertThat(known.getFirst().get("a.ex.com")).containsExactly(2);
  }
}
