package dev.crawler.cli.cluster;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.cluster.CrawlTerms.Order;
import dev.crawler.cli.cluster.PlainSite.Request;
import dev.crawler.cli.cluster.TornNetwork.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A cluster on two machines that do not hear each other any more, while both still hear the site.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@EnabledIfSystemProperty(
    named = "crawler.soak",
    matches = "true",
    disabledReason = "takes minutes: with -Psoak")
final class TornTest {
  private static final int HOSTS = 12;
  private static final int PAGES = 60;
  private static final CrawlTerms TERMS = new CrawlTerms(Order.LIST, 12, Duration.ofMillis(500));

  /// Of one that measures at the other end of a connection.
  private static final Duration TOLERANCE = Duration.ofMillis(60);

  /// A lease, and what was on its way when it ended.
  private static final Duration LEASE = Duration.ofSeconds(2);

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private TornNetwork network;
  private PlainSite site;
  private ClusterRun run;

  @BeforeEach
  void start() throws Exception {
    Processes.assume();
    network = TornNetwork.open();
    site = PlainSite.start(TornNetwork.SITE, HOSTS, PAGES);
    run = ClusterRun.of(site.urls(), TERMS, folder);
    run.joinAt(network.one().prefix(), network.one().address());
    run.joinAt(network.one().prefix(), network.one().address());
    run.joinAt(network.other().prefix(), network.other().address());
    run.awaitMembers();
  }

  @AfterEach
  void close() throws Exception {
    if (run != null) {
      run.close();
      site.close();
    }
    if (network != null) {
      network.close();
    }
  }

  /// Two workers and the coordinator on one side, one worker on the other.
  @Tag("spec:G2")
  @Tag("spec:G4")
  @Tag("spec:G5")
  @Tag("fault:D14")
  @Tag("promise:P20")
  @Test
  void theSideWithMostGoesOnAndTheOtherStops() throws Exception {
    run.beginClientAt(network.one().prefix());
    awaitAllAtWork();

    network.tear();
    long torn = System.nanoTime();
    var ending = run.end();

    assertThat(ending.code()).as(run::story).isZero();
    assertThat(ending.records().byKey()).as(run::story).hasSize(HOSTS * PAGES);
    assertThat(ending.records().size()).isEqualTo(HOSTS * PAGES);
    assertThat(complaints(network.other(), torn)).as(run::story).isEmpty();
    Await.that("the few have ended", () -> run.workers().size() == 2, SOON, run::story);
  }

  /// The coordinator is with the one worker: neither side can go on, until they are whole again.
  @Tag("spec:G4")
  @Tag("spec:G5")
  @Tag("spec:G8")
  @Tag("fault:D14")
  @Tag("promise:P20")
  @Test
  void theSideWithMostWaitsForACoordinator() throws Exception {
    run.beginClientAt(network.other().prefix());
    awaitAllAtWork();

    network.tear();
    long torn = System.nanoTime();
    var first = run.end();
    run.beginClientAt(network.one().prefix());
    var second = run.end();

    assertThat(first.code()).as(run::story).isEqualTo(1);
    assertThat(first.said()).as(run::story).anyMatch(line -> line.startsWith("crawler: "));
    assertThat(second.code()).as(run::story).isZero();
    assertThat(second.records().byKey()).as(run::story).hasSize(HOSTS * PAGES);
    assertThat(complaints(network.other(), torn)).as(run::story).isEmpty();
  }

  private void awaitAllAtWork() {
    Await.that(
        "both sides ask",
        () -> {
          var requests = site.requests();
          return requests.size() > HOSTS * 5
              && requests.stream().map(Request::from).distinct().count() == 2;
        },
        Duration.ofSeconds(60),
        run::story);
  }

  /// What the site did not like of both sides together.
  private List<String> complaints(Machine stopped, long torn) {
    var complaints = new ArrayList<String>();
    var requests = site.requests();
    var last = new HashMap<Integer, Long>();
    for (var request : requests) {
      var before = last.put(request.port(), request.nanos());
      long least = TERMS.delay().minus(TOLERANCE).toNanos();
      if (before != null && request.nanos() - before < least) {
        complaints.add(
            "%d ms after the last: %s".formatted((request.nanos() - before) / 1_000_000, request));
      }
      if (request.from().equals(stopped.address()) && request.nanos() - torn > LEASE.toNanos()) {
        complaints.add("asked by the side that is to stop: " + request);
      }
    }
    long again =
        requests.stream()
            .filter(Request::isPage)
            .collect(groupingBy(request -> request.port() + request.path(), counting()))
            .values()
            .stream()
            .mapToLong(times -> times - 1)
            .sum();
    if (again > TERMS.concurrency()) {
      complaints.add(again + " pages asked for again");
    }
    return complaints;
  }
}
