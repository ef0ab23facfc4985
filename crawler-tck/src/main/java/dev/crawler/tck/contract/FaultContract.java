package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Every fault ends as the catalogue says, within the deadline, and costs its own URL alone. All
/// hosts misbehave at once, in one crawl.
interface FaultContract extends EngineUnderTest {
  /// Ends what never ends by itself.
  Manner HURRIED = new Manner(Duration.ofMillis(1500), 1, false);

  /// Ends nothing that ends by itself, however busy the machine is.
  Manner PATIENT = new Manner(Duration.ofSeconds(30), 2, false);

  /// How hosts that misbehave are crawled. *Immutable.*
  record Manner(Duration deadline, int retries, boolean obeysRobots) {
    Manner obeyingRobots() {
      return new Manner(deadline, retries, true);
    }

    CrawlPlan plan(List<String> seeds) {
      var none = OptionalInt.empty();
      var wait = Duration.ofMillis(10);
      return Plans.everything(seeds)
          .depth(Depth.SEEDS)
          .scope(ScopeKind.ANY)
          .limits(new Limits(64, OptionalLong.empty(), none, 10, retries, wait))
          .politeness(new Politeness(1, Duration.ZERO, Duration.ofSeconds(1), obeysRobots))
          .http(Plans.http(deadline))
          .allowPrivate(false)
          .build();
    }
  }

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
  @TestFactory
  default Stream<DynamicTest> faultsOfPagesEndAsDeclared() {
    return Stream.concat(
        judged(Faults.ofPages(), PATIENT), judged(Faults.ofStallingPages(), HURRIED));
  }

  @Tag("spec:R4")
  @Tag("spec:R5")
  @Tag("spec:R6")
  @Tag("spec:R7")
  @TestFactory
  default Stream<DynamicTest> faultsOfRobotsEndAsDeclared() {
    return Stream.concat(
        judged(Faults.ofRobots(), PATIENT.obeyingRobots()),
        judged(Faults.ofStallingRobots(), HURRIED.obeyingRobots()));
  }

  private Stream<DynamicTest> judged(List<Fault> faults, Manner manner) {
    try (var server = HostileServer.start(faults)) {
      var seeds =
          faults.stream()
              .flatMap(fault -> fault.seeds().stream().map(path -> server.url(fault, path)))
              .toList();
      var plan = manner.plan(seeds);
      var crawl = Crawl.of(this, plan);
      var judge = new FaultJudge(server, plan, crawl.records());
      return faults.stream()
          .map(fault -> new Judged(fault, judge.complaints(fault)))
          .toList() // judged while the server is there
          .stream()
          .map(Judged::test);
    }
  }

  /// What is wrong about one fault. *Immutable.*
  record Judged(Fault fault, List<String> complaints) {
    DynamicTest test() {
      return dynamicTest(fault.toString(), () -> assertThat(complaints).isEmpty());
    }
  }
}
