package dev.crawler.tck.contract;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import dev.crawler.tck.tls.Trust;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A part of the catalogue of faults, and how an engine is put to it: all hosts misbehave at once,
/// in one crawl. *Immutable.*
///
/// @param name what the faults have in common
/// @param deadline in all for a request
/// @param retries how often what may pass is tried again
/// @param obeysRobots whether robots.txt is asked for
/// @param hostPages how many pages a host may have, where links are followed
public record FaultTrial(
    String name,
    List<Fault> faults,
    Duration deadline,
    int retries,
    boolean obeysRobots,
    OptionalInt hostPages) {
  private static final OptionalInt LIST_ALONE = OptionalInt.empty();

  /// Ends what never ends by itself.
  private static final Duration HURRIED = Duration.ofMillis(1500);

  /// Is waited for once, and leaves an address that answers time to do so.
  private static final Duration UNHURRIED = Duration.ofSeconds(6);

  /// Ends nothing that ends by itself, however busy the machine is.
  private static final Duration PATIENT = Duration.ofSeconds(30);

  /// Those of pages.
  public static List<FaultTrial> ofPages() {
    return List.of(
        new FaultTrial("names", Faults.ofNames(), UNHURRIED, 2, false, LIST_ALONE),
        new FaultTrial("pages", Faults.ofPages(), PATIENT, 2, false, LIST_ALONE),
        new FaultTrial("pages that stall", Faults.ofStallingPages(), HURRIED, 1, false, LIST_ALONE),
        new FaultTrial("traps", Faults.ofTraps(), PATIENT, 2, false, Faults.hostPages()));
  }

  /// Those of robots.txt.
  public static List<FaultTrial> ofRobots() {
    return List.of(
        new FaultTrial("robots.txt", Faults.ofRobots(), PATIENT, 2, true, LIST_ALONE),
        new FaultTrial(
            "robots.txt that stall", Faults.ofStallingRobots(), HURRIED, 1, true, LIST_ALONE));
  }

  /// Plays the faults to an engine and tells what came of each.
  ///
  /// @throws AssertionError when the crawl does not end
  public PlayedFaults play(CrawlEngine engine, HostileServer server, Duration patience) {
    server.forget();
    var plan = plan(server);
    try (var _ = Trust.inTestServers()) {
      var crawl = Crawl.of(engine, plan, server.names(), patience);
      return PlayedFaults.of(this, server, plan, crawl);
    }
  }

  private CrawlPlan plan(HostileServer server) {
    var seeds =
        faults.stream()
            .flatMap(fault -> fault.seeds().stream().map(path -> server.url(fault, path)))
            .toList();
    boolean followsLinks = hostPages.isPresent();
    var wait = Duration.ofMillis(10);
    return Plans.everything(seeds)
        .depth(followsLinks ? Depth.UNLIMITED : Depth.SEEDS)
        .scope(ScopeKind.ANY)
        .limits(new Limits(64, OptionalLong.empty(), hostPages, 10, retries, wait))
        .politeness(new Politeness(1, Duration.ZERO, Duration.ofMillis(500), obeysRobots))
        .http(Plans.http(deadline))
        .allowPrivate(followsLinks)
        .build();
  }
}
