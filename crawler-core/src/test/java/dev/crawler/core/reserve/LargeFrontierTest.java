package dev.crawler.core.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Reserve;
import dev.crawler.core.session.Step;
import dev.crawler.core.url.CrawlUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A session alone with far more URLs than it may keep in memory. `docs/bench/LargeFrontier.java`
/// does the same with ten million.
class LargeFrontierTest {
  private static final int URLS = Boolean.getBoolean("crawler.soak") ? 1_000_000 : 60_000;

  @TempDir Path folder;

  @Tag("spec:F2")
  @ParameterizedTest
  @CsvSource({"20, -1", "20, 20", "200, -1", "200, 20"})
  void asksForTheSamePagesInTheSameOrderAsInMemory(int hosts, int depth) {
    var plan =
        CrawlPlan.of(url(0, hosts).href())
            .depth(depth < 0 ? Depth.UNLIMITED : new Depth(depth))
            .scope(ScopeKind.ANY)
            .politeness(new Politeness(1, Duration.ZERO, Duration.ZERO, false))
            .build();

    try (var reserve = DiskReserve.in(folder, 1_000)) {
      var visits = crawl(plan, hosts, reserve);

      assertThat(reserve.size()).isPositive();
      assertThat(visits).hasSizeGreaterThan(URLS - 1).isEqualTo(crawl(plan, hosts, Reserve.NONE));
    }
  }

  private static List<String> crawl(CrawlPlan plan, int hosts, Reserve reserve) {
    var session = CrawlSession.begin(plan, CrawlListener.NONE, reserve);
    var visits = new ArrayList<String>();
    var now = Instant.EPOCH;
    while (true) {
      switch (session.next(now)) {
        case Step.Fetch(var task) -> {
          visits.add(task.link().toString());
          session.absorb(task, answer(task.link().url(), hosts), now);
        }
        case Step.Pause(var until) -> now = until;
        case Step.Exclude(var exclusion) -> {
          visits.add(exclusion.toString());
          session.settle(exclusion);
        }
        case Step.Await() -> throw new IllegalStateException("nothing is in flight");
        case Step.Exhausted() -> {
          return visits;
        }
      }
    }
  }

  /// Twenty new pages and a known one.
  private static Outcome answer(CrawlUrl url, int hosts) {
    var path = url.path();
    int page = Integer.parseInt(path, path.lastIndexOf('/') + 1, path.length(), 10);
    var links = new ArrayList<CrawlUrl>();
    for (long child = page * 20L + 1; child <= page * 20L + 20 && child < URLS; child++) {
      links.add(url((int) child, hosts));
    }
    links.add(url(page / 3, hosts));
    return new Outcome.Page(links, Pressure.NONE);
  }

  private static CrawlUrl url(int page, int hosts) {
    return CrawlUrl.of("http://host" + page % hosts + ".example/pages/" + page);
  }
}
