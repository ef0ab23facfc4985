package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.crawler.tck.hostile.HostileServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Every fault ends as the catalogue says, within the deadline, and costs its own URL alone.
interface FaultContract extends EngineUnderTest {
  @Tag("spec:H1")
  @Tag("spec:H3")
  @Tag("spec:H4")
  @Tag("spec:H6")
  @Tag("spec:H7")
  @Tag("spec:H8")
  @Tag("spec:H9")
  @Tag("spec:H10")
  @Tag("spec:H11")
  @Tag("spec:H12")
  @Tag("spec:H13")
  @Tag("spec:C4")
  @Tag("spec:A1")
  @Tag("spec:L4")
  @Tag("promise:P10")
  @Tag("promise:P22")
  @TestFactory
  default Stream<DynamicTest> faultsOfPagesEndAsDeclared() {
    return judged(FaultTrial.ofPages());
  }

  @Tag("spec:R1")
  @Tag("spec:R4")
  @Tag("spec:R5")
  @Tag("spec:R6")
  @Tag("spec:R7")
  @Tag("promise:P14")
  @TestFactory
  default Stream<DynamicTest> faultsOfRobotsEndAsDeclared() {
    return judged(FaultTrial.ofRobots());
  }

  private Stream<DynamicTest> judged(List<FaultTrial> trials) {
    return trials.stream().flatMap(this::judged);
  }

  private Stream<DynamicTest> judged(FaultTrial trial) {
    try (var server = HostileServer.start(trial.faults())) {
      return trial.play(engine(), server, patience()).seen().stream()
          .map(seen ->
              dynamicTest(seen.fault().toString(), () -> assertThat(seen.complaints()).isEmpty()));
    }
  }
}
