package dev.crawler.processes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Endpoint;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Real members on real sockets of the loopback interface.
final class ClustersTest {
  private final List<HazelcastInstance> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(instance -> instance.getLifecycleService().terminate());
  }

  private HazelcastInstance start(String name, Role role, List<Endpoint> members) {
    var member =
        Clusters.startOnLoopback(
            listen -> new MemberSettings(name, role, listen, members, true), _ -> {});
    started.add(member);
    return member;
  }

  private static Endpoint address(HazelcastInstance member) {
    var socket = member.getCluster().getLocalMember().getSocketAddress();
    return new Endpoint("127.0.0.1", socket.getPort());
  }

  @Test
  void membersAndClientsFindOneAnother() {
    var coordinator = start("here", Role.COORDINATOR, List.of());
    var worker = start("here", Role.WORKER, List.of(address(coordinator)));
    var client = Clusters.connect("here", List.of(address(coordinator)), _ -> {});
    started.add(client);

    var members = new Membership(client);

    assertThat(client.getCluster().getMembers()).hasSize(2);
    assertThat(members.workers()).containsExactly(worker.getCluster().getLocalMember().getUuid());
  }

  @Tag("spec:G11")
  @Tag("fault:D19")
  @Test
  void nobodyOfAnotherNameIsLetIn() {
    var coordinator = start("here", Role.COORDINATOR, List.of());
    var there = List.of(address(coordinator));

    assertThatExceptionOfType(JoinRefusedException.class)
        .isThrownBy(() -> start("elsewhere", Role.WORKER, there))
        .withMessageContaining("nobody of cluster elsewhere")
        .withMessageContaining(there.getFirst().toString());
    assertThatExceptionOfType(JoinRefusedException.class)
        .isThrownBy(() -> Clusters.connect("elsewhere", there, _ -> {}))
        .withMessageContaining("nobody of cluster elsewhere");
    assertThat(coordinator.getCluster().getMembers()).hasSize(1);
  }

  @Tag("fault:D20")
  @Test
  void takenPortIsNamed() {
    var coordinator = start("here", Role.COORDINATOR, List.of());
    var taken = new MemberSettings("here", Role.COORDINATOR, address(coordinator), List.of(), true);

    assertThatExceptionOfType(JoinRefusedException.class)
        .isThrownBy(() -> Clusters.startMember(taken, _ -> {}))
        .withMessageContaining("cannot listen on " + address(coordinator));
  }

  @Tag("spec:G11")
  @Tag("fault:D19")
  @Test
  void versionIsPartOfTheName() {
    assertThat(Defaults.fullName("here")).isEqualTo("here/crawler-" + Defaults.WIRE_VERSION);
  }

  @Test
  void testsRunWithTheFlagsThatWorkersGet() {
    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .containsAll(JvmFlags.REQUIRED);
  }
}
