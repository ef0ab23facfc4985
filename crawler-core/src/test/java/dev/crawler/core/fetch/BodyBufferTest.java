package dev.crawler.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBufferTest {
  private static final int MIB = 1 << 20;

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static Lease everything() {
    var lease = Lease.begin();
    for (long step = MIB; step > 0; step /= 2) {
      while (lease.grow(step)) {
        // until not even that is left
      }
    }
    return lease;
  }

  private static BodyBuffer filled(byte[] bytes, int limit) throws IOException {
    var buffer = new BodyBuffer(limit, -1);
    buffer.fill(new ByteArrayInputStream(bytes));
    return buffer;
  }

  private static BodyBuffer pieced(byte[] bytes, int limit) {
    var buffer = new BodyBuffer(limit, bytes.length);
    for (int i = 0; i < bytes.length && !buffer.isOver(); i += 10_007) {
      buffer.add(ByteBuffer.wrap(bytes, i, Math.min(10_007, bytes.length - i)));
    }
    return buffer;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8 << 10, 64 << 10, (64 << 10) + 1, 3 * MIB + 7})
  void aBodyIsKeptToTheByteWhicheverWayItComes(int length) throws IOException {
    var bytes = random(length);

    assertThat(filled(bytes, 4 * MIB).body().bytes()).isEqualTo(bytes);
    assertThat(pieced(bytes, 4 * MIB).body().bytes()).isEqualTo(bytes);
  }

  @Tag("spec:C5")
  @ParameterizedTest
  @ValueSource(ints = {100, 64 << 10, (64 << 10) + 1, 3 * MIB + 7})
  void whereMemoryHasNoRoomItIsTheSameBody(int length) throws IOException {
    var bytes = random(length);

    try (var _ = everything()) {
      assertThat(filled(bytes, 4 * MIB).body().bytes()).isEqualTo(bytes);
      assertThat(pieced(bytes, 4 * MIB).body().bytes()).isEqualTo(bytes);
    }
  }

  @Tag("spec:C5")
  @Test
  void aLargeBodyWaitsOnDiskWhileMemoryHasNoRoom() throws IOException {
    var bytes = random(MIB);

    try (var _ = everything();
        var body = filled(bytes, 4 * MIB).body();
        var small = filled(random(1000), 4 * MIB).body()) {
      assertThat(body).isInstanceOf(SpilledBody.class);
      assertThat(small).isInstanceOf(Body.Held.class);
    }
    assertThat(filled(bytes, 4 * MIB).body()).isInstanceOf(Body.Held.class);
  }

  @Tag("spec:C5")
  @Test
  void theLimitHoldsOnDiskToo() throws IOException {
    var bytes = random(3 * MIB);

    try (var _ = everything()) {
      var filled = filled(bytes, MIB);
      var pieced = pieced(bytes, MIB);

      assertThat(filled.isOver()).isTrue();
      assertThat(pieced.isOver()).isTrue();
      assertThat(filled.body().bytes()).hasSize(MIB).isEqualTo(pieced.body().bytes());
    }
  }

  @Test
  void aClosedBodyGivesItsMemoryBack() throws IOException {
    var half = Lease.begin();
    long taken = 0;
    while (half.grow(MIB)) {
      taken += MIB;
    }
    half.close();

    for (long i = 0; i < 3 * taken; i += MIB) {
      try (var body = filled(random(MIB), 4 * MIB).body()) {
        assertThat(body).isInstanceOf(Body.Held.class);
      }
    }
  }
}
