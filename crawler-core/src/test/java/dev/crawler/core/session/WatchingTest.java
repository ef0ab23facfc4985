package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is told of a crawl while it runs.
class WatchingTest {
  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  @Tag("spec:M2")
  void everyLinkOutOfScopeIsTold() {
    web.page("http://a/", "http://b/x", "http://a/y", "http://b/x")
        .redirect("http://a/y", "http://c/");
    var outsiders = new ArrayList<String>();
    var listener =
        new CrawlListener() {
          @Override
          public void outOfScope(CrawlUrl url) {
            outsiders.add(url.toString());
          }
        };

    var plan = CrawlPlan.of("http://a/").depth(new Depth(2)).build();
    var report = web.crawl(CrawlSession.begin(plan, listener));

    assertThat(outsiders).containsExactly("http://b/x", "http://b/x", "http://c/");
    assertThat(report.outOfScope()).isEqualTo(3);
  }

  @Test
  @Tag("spec:M3")
  void progressTellsWhatWaits() {
    var plan = CrawlPlan.of("http://a/1", "http://a/2", "http://b/").build();
    var session = CrawlSession.begin(plan, CrawlListener.NONE);

    var first = session.next(ScriptedWeb.START);

    assertThat(first).isInstanceOf(Step.Fetch.class);
    assertThat(session.progress())
        .isEqualTo(new Progress(0, 3, 1, 3, 1, 0, 1, 1, Progress.Limit.NONE));
  }

  @Test
  @Tag("spec:M3")
  void retriesAndRobotsAreCountedAsInTheReport() {
    web.answer(
        "http://a/",
        task ->
            task.lastAttempt()
                ? new Outcome.Ended(Pressure.NONE)
                : new Outcome.Retry(Pressure.NONE));
    var session = CrawlSession.begin(CrawlPlan.of("http://a/").build(), CrawlListener.NONE);

    var report = web.crawl(session);

    var progress = session.progress();
    assertThat(progress.retries()).isEqualTo(report.retries()).isEqualTo(2);
    assertThat(progress.robotsFetches()).isEqualTo(report.robotsFetches()).isEqualTo(1);
    assertThat(progress.requests()).isEqualTo(report.requests()).isEqualTo(4);
    assertThat(progress.queued()).isZero();
  }
}
