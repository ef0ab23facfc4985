package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.crawler.core.engine.CrawlEngine;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/// The kit is tested too: it lets a sound engine pass, and catches each flaw by the right rule.
class EngineContractTest {
  static final class Sound extends EngineContract {
    @Override
    public CrawlEngine engine() {
      return new FlawedEngine(Flaw.NONE);
    }
  }

  static final class Rude extends EngineContract {
    @Override
    public CrawlEngine engine() {
      return new FlawedEngine(Flaw.RUDE);
    }
  }

  static final class Forgetful extends EngineContract {
    @Override
    public CrawlEngine engine() {
      return new FlawedEngine(Flaw.FORGETFUL);
    }
  }

  static final class Endless extends EngineContract {
    @Override
    public CrawlEngine engine() {
      return new FlawedEngine(Flaw.ENDLESS);
    }

    @Override
    public Duration patience() {
      return Duration.ofMillis(500);
    }
  }

  static final class Stiff extends EngineContract {
    @Override
    public CrawlEngine engine() {
      return new FlawedEngine(Flaw.STIFF);
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(12);
    }
  }

  static final class Leaky extends EngineContract {
    @Override
    public CrawlEngine engine() {
      return new FlawedEngine(Flaw.LEAKY);
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(4);
    }
  }

  @BeforeEach
  void fewSeeds() {
    System.setProperty("crawler.seeds", "3");
  }

  @AfterEach
  void allSeeds() {
    System.clearProperty("crawler.seeds");
  }

  @Test
  void aSoundEnginePasses() {
    var tests = tests(Sound.class);

    assertThat(tests.failed().stream().map(Object::toString)).isEmpty();
    assertThat(tests.succeeded().count()).isGreaterThan(15);
  }

  @Test
  void anEngineThatDoesNotPauseBreaksTheRulesOfPoliteness() {
    assertThat(brokenBy(Rude.class)).contains("P1", "P6").doesNotContain("E1", "E2", "D1", "L1");
  }

  @Test
  void anEngineThatLosesLinksBreaksTheRuleOfTruth() {
    assertThat(brokenBy(Forgetful.class)).contains("E1", "E2", "D1").doesNotContain("P1", "P6");
  }

  @Test
  void anEngineThatNeverEndsBreaksTheRuleOfCompletion() {
    var rules = includeTags("spec:E1", "spec:E3", "spec:E7");

    assertThat(brokenBy(Endless.class, rules)).contains("E1", "E3", "E7");
  }

  @Test
  void anEngineThatHandlesWhereItDecidesBreaksTheRuleOfPoison() {
    assertThat(brokenBy(Stiff.class, includeTags("spec:E10", "spec:E11"))).containsExactly("E11");
  }

  @Test
  void anEngineThatClosesNothingBreaksTheRulesOfRelease() {
    var rules = includeTags("spec:E6", "spec:E7", "spec:E10", "spec:E12");

    assertThat(brokenBy(Leaky.class, rules)).containsExactlyInAnyOrder("E6", "E7", "E12");
  }

  private static Set<String> brokenBy(
      Class<? extends EngineContract> contract, PostDiscoveryFilter... rules) {
    return tests(contract, rules).failed().stream()
        .flatMap(event -> event.getTestDescriptor().getTags().stream())
        .map(TestTag::getName)
        .filter(tag -> tag.startsWith("spec:"))
        .map(tag -> tag.substring("spec:".length()))
        .collect(Collectors.toSet());
  }

  /// All tests but the faults, addresses and credentials, for which the JDK's client is not made,
  /// and the slow host.
  private static Events tests(
      Class<? extends EngineContract> contract, PostDiscoveryFilter... rules) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(contract))
        .filters(excludeTags("spec:H1", "spec:R4", "spec:E8", "spec:A3", "spec:A4"))
        .filters(rules)
        .execute()
        .testEvents();
  }
}
