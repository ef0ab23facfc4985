package dev.crawler.processes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hazelcast.nio.serialization.HazelcastSerializationException;
import java.io.Serializable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FilterTest {
  private record Foreign(String text) implements Serializable {}

  @Tag("spec:G11")
  @Test
  void classThatIsNotOnTheListIsNotRead() {
    try (var cluster = MockCluster.ofWorkers()) {
      var map = cluster.start(Role.WORKER).<String, Object>getMap("any");

      map.set("key", new Foreign("gadget"));

      assertThatExceptionOfType(HazelcastSerializationException.class)
          .isThrownBy(() -> map.get("key"))
          .withMessageContaining("Foreign is not allowed");
      assertThat(cluster.start(Role.WORKER).getMap("any").size()).isOne();
    }
  }
}
