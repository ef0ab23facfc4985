package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Politeness;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.server.PolitenessJudge.Wire;
import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Hosts are treated as the plan says, judged by what their servers saw.
interface PolitenessContract extends EngineUnderTest {
  @Tag("spec:P1")
  @Tag("spec:P7")
  @Tag("promise:P5")
  @Test
  default void oneAtATimeAndTheDelayAfterEach() {
    try (var server = SiteServer.start(slow(21))) {
      var plan = plan(server, Plans.politeness(1, Duration.ofMillis(20)));

      var crawl = Crawl.of(this, plan);

      assertPolite(server, plan);
      assertThat(crawl.report().requests()).isEqualTo(server.requests().all().size());
    }
  }

  @Tag("spec:P1")
  @Tag("spec:P7")
  @Tag("promise:P5")
  @Test
  default void severalAtATimeButNotMoreAndTheirStartsApart() {
    try (var server = SiteServer.start(slow(22))) {
      var plan = plan(server, Plans.politeness(2, Duration.ofMillis(10)));

      Crawl.of(this, plan);

      assertPolite(server, plan);
    }
  }

  @Tag("spec:P6")
  @Test
  default void theDelayOfRobotsTxtIsKeptWhenItIsLonger() {
    try (var server = SiteServer.start(withCrawlDelay())) {
      var plan = plan(server, Plans.politeness(1, Duration.ofMillis(1)));

      Crawl.of(this, plan);

      assertPolite(server, plan);
      assertThat(server.site().crawlDelay(0)).isPositive();
    }
  }

  @Tag("spec:R9")
  @Test
  default void robotsTxtIsNotAskedForWhenItIsIgnored() {
    try (var server = SiteServer.start(Site.of(24, SitePlan.SMALL))) {
      var ignoring = new Politeness(4, Duration.ZERO, Duration.ofSeconds(1), false);
      var plan = plan(server, ignoring);

      Crawl.of(this, plan);

      assertPolite(server, plan);
      assertThat(server.requests().all())
          .noneMatch(request -> request.place().target().equals("/robots.txt"));
    }
  }

  @Tag("spec:P2")
  @Test
  default void hostsAreCrawledSideBySide() {
    var plain = SitePlan.SMALL.hosts(4).plain().maxLatency(Duration.ofMillis(40));
    try (var server = SiteServer.start(Site.of(25, plain))) {
      var plan = plan(server, Plans.politeness(1, Duration.ofMillis(5)));

      Crawl.of(this, plan);

      assertThat(together(server.requests().all()))
          .isGreaterThanOrEqualTo(Math.min(2, fetchesInFlight()));
    }
  }

  /// The most requests under way at one moment, all hosts together.
  private static long together(List<Request> requests) {
    return requests.stream()
        .mapToLong(request ->
            requests.stream()
                .filter(other ->
                    other.startNanos() <= request.startNanos()
                        && request.startNanos() < other.endNanos())
                .count())
        .max()
        .orElse(0);
  }

  private static Site slow(long seed) {
    return Site.of(seed, SitePlan.SMALL.pagesPerHost(12).maxLatency(Duration.ofMillis(8)));
  }

  /// The first site whose first host asks for a delay.
  private static Site withCrawlDelay() {
    var seed = 0L;
    while (Site.of(seed, SitePlan.SMALL).crawlDelay(0).isZero()) {
      seed++;
    }
    return Site.of(seed, SitePlan.SMALL);
  }

  private static CrawlPlan plan(SiteServer server, Politeness politeness) {
    return Plans.everything(server.seedUrls()).politeness(politeness).build();
  }

  private static void assertPolite(SiteServer server, CrawlPlan plan) {
    var requests = server.requests().all();
    assertThat(new PolitenessJudge(server.site(), plan, Wire.SOCKETS).complaints(requests))
        .isEmpty();
    assertThat(requests.stream().map(Request::place).collect(Collectors.toSet()))
        .hasSizeGreaterThan(5);
  }
}
