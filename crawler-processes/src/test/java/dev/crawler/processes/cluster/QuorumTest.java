package dev.crawler.processes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.cluster.Address;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.impl.MemberImpl;
import com.hazelcast.version.MemberVersion;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spec:G4")
@Tag("fault:D14")
@Tag("promise:P20")
final class QuorumTest {
  private static final Member A = member(1);
  private static final Member B = member(2);
  private static final Member C = member(3);
  private static final Member D = member(4);

  private final AtomicLong clock = new AtomicLong(1);
  private final MajorityQuorum quorum = new MajorityQuorum(clock::get);

  private static Member member(int number) {
    var address = new Address(InetAddress.getLoopbackAddress(), 5700 + number);
    return new MemberImpl.Builder(address)
        .version(MemberVersion.of(5, 7, 0))
        .uuid(new UUID(0, number))
        .build();
  }

  private boolean counts(Member... members) {
    return quorum.apply(List.of(members));
  }

  private void calm() {
    clock.addAndGet(MajorityQuorum.CALM.toNanos() + 1);
  }

  @Test
  void clusterMayGrow() {
    assertThat(List.of(counts(A), counts(A, B), counts(A, B, C, D))).containsOnly(true);
  }

  @Test
  void mostOfThemGoOn() {
    counts(A, B, C);

    assertThat(counts(B, C)).isTrue();
  }

  @Test
  void fewOfThemDoNotThoughTheyAreMissedOneByOne() {
    counts(A, B, C, D);

    assertThat(List.of(counts(A, B, C), counts(A, B), counts(A)))
        .containsExactly(true, true, false);
  }

  @Test
  void ofTwoHalvesTheEldestGoesOn() {
    counts(A, B);

    assertThat(counts(A)).isTrue();
    assertThat(new MajorityQuorum(clock::get).apply(List.of(B))).isTrue();
  }

  @Test
  void ofTwoHalvesTheYoungerStops() {
    counts(A, B);

    assertThat(List.of(counts(B), counts(B))).containsOnly(false);
  }

  @Test
  void clusterMayShrinkInTime() {
    counts(A, B, C);
    counts(B, C);
    calm();
    counts(B, C);

    assertThat(counts(B)).isTrue();
  }

  @Test
  void countingAgainIsNoChange() {
    counts(A, B, C);
    for (int i = 0; i < 10; i++) {
      clock.addAndGet(MajorityQuorum.CALM.toNanos() / 5);
      counts(B, C);
    }

    assertThat(counts(B)).isTrue();
  }

  @Test
  void whoHasLostIsBackWithTheOthersOnly() {
    counts(A, B, C);
    counts(C);
    calm();

    assertThat(counts(C)).isFalse();
    assertThat(counts(A, B, C)).isTrue();
  }
}
