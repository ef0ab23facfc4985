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
  Duration SHORT = Duration.ofMillis(1500);

  /// Ends nothing that ends by itself, however busy the machine is.
  Duration LONG = Duration.ofSeconds(30);

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
        judged(Faults.ofPages(), LONG, false), judged(Faults.ofStallingPages(), SHORT, false));
  }

  @Tag("spec:R4")
  @Tag("spec:R5")
  @Tag("spec:R6")
  @Tag("spec:R7")
  @TestFactory
  default Stream<DynamicTest> faultsOfRobotsEndAsDeclared() {
    return Stream.concat(
        judged(Faults.ofRobots(), LONG, true), judged(Faults.ofStallingRobots(), SHORT, true));
  }

  private Stream<DynamicTest> judged(List<Fault> faults, Duration deadline, boolean obeyRobots) {
    try (var server = HostileServer.start(faults)) {
      var seeds =
          faults.stream()
              .flatMap(fault -> fault.seeds().stream().map(path -> server.url(fault, path)))
              .toList();
      var plan = plan(seeds, deadline, obeyRobots);
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

  private static CrawlPlan plan(List<String> seeds, Duration deadline, boolean obeyRobots) {
    var none = OptionalInt.empty();
    var wait = Duration.ofMillis(10);
    return Plans.everything(seeds)
        .depth(Depth.SEEDS)
        .scope(ScopeKind.ANY)
        .limits(new Limits(64, OptionalLong.empty(), none, 10, 1, wait))
        .politeness(new Politeness(1, Duration.ZERO, Duration.ofSeconds(1), obeyRobots))
        .http(Plans.http(deadline))
        .allowPrivate(false)
        .build();
  }
}
