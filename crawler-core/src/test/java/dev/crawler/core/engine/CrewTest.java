package dev.crawler.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CrewTest {
  private static final List<String> CLUSTER = List.of("10.0.0.1:5701", "[fe80::1]:5701");

  @Test
  void withoutWordItIsAGridOfTwo() {
    assertThat(Crew.DEFAULT).isEqualTo(new Crew(2, Topology.GRID, List.of(), "crawler"));
  }

  @Test
  void whatMakesNoSenseTogetherIsRefused() {
    refuses(0, Topology.GRID, List.of(), "workers must be from 1 to 64, not 0");
    refuses(65, Topology.GRID, List.of(), "workers must be from 1 to 64, not 65");
    refuses(2, Topology.GRID, CLUSTER, "joins no cluster");
    refuses(2, Topology.CLIENT, CLUSTER, "a client starts no workers");
    refuses(0, Topology.CLIENT, List.of(), "needs the address of a member");
    refuses(0, Topology.CLIENT, List.of("10.0.0.1"), "'10.0.0.1' is not an address");
  }

  private static void refuses(int workers, Topology topology, List<String> cluster, String why) {
    assertThatThrownBy(() -> new Crew(workers, topology, cluster, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "-a", "a\n", "\u001b[0m", "a/b"})
  void aNameThatCouldHarmALogIsRefused(String name) {
    assertThatThrownBy(() -> Crew.of(CLUSTER, name)).hasMessageContaining("name of a cluster");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:5701, true",
    "127.9.9.9:1, true",
    "[::1]:65535, true",
    "localhost:5701, true",
    "LOCALHOST:5701, true",
    "localhost.example.org:5701, false",
    "10.0.0.1:5701, false",
    "0.0.0.0:5701, false",
    "[::]:5701, false",
    "worker-1.example.org:5701, false",
  })
  void anEndpointKnowsWhoCanReachIt(String text, boolean loopback) {
    var endpoint = Endpoint.of(text);

    assertThat(endpoint.isLoopback()).isEqualTo(loopback);
    assertThat(endpoint).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        ":1",
        "a:",
        "a:0",
        "a:65536",
        "a:b",
        "::1:5701",
        "[x]:1",
        "a b:1",
        "a:1 "
      })
  void whatIsNoEndpointIsRefused(String text) {
    assertThatThrownBy(() -> Endpoint.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWorkerThatOthersCouldReachMustBeMeantToBe() {
    var open = Endpoint.of("0.0.0.0:5701");

    assertThatThrownBy(() -> new WorkerSettings(open, List.of(), "a", false, Path.of("")))
        .hasMessage("0.0.0.0:5701 can be reached from other machines");
  }
}
