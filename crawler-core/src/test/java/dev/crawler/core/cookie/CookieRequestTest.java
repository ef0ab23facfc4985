package dev.crawler.core.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.RequestFields;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The way of a cookie through a crawl: in where an answer is judged, out where a request is made.
class CookieRequestTest {
  private final Cookies cookies = new Cookies(InstantSource.system());
  private final HttpSettings settings = HttpSettings.DEFAULT.keeping(cookies);

  @Tag("spec:K5")
  @Test
  void whatAnAnswerSetsTheNextRequestSends() throws IOException {
    var task = task("http://ex.com/login");

    handle(settings, task);

    assertThat(RequestFields.of(settings).of(task)).contains(new Headers.Field("Cookie", "sid=1"));
    assertThat(names(settings, task("http://other.com/"))).doesNotContain("Cookie");
  }

  @Tag("spec:K5")
  @Test
  void aCookieOfTheUserTakesThePlaceOfTheJars() throws IOException {
    var own =
        new HttpSettings(
                settings.connectTimeout(),
                settings.timeout(),
                settings.maxBody(),
                settings.userAgent(),
                Headers.of("cookie", "mine=1"),
                true)
            .keeping(cookies);
    var task = task("http://ex.com/login");
    handle(own, task);

    var names = names(own, task);

    assertThat(names).containsOnlyOnce("cookie").doesNotContain("Cookie");
  }

  @Tag("spec:K1")
  @Test
  void nothingIsKeptUnlessItIsAskedFor() throws IOException {
    var task = task("http://ex.com/login");

    handle(HttpSettings.DEFAULT, task);

    assertThat(names(HttpSettings.DEFAULT, task)).doesNotContain("Cookie");
  }

  private static void handle(HttpSettings settings, FetchTask task) throws IOException {
    var plan = CrawlPlan.of().http(settings).build();
    var trace = new FetchResult.Trace(Instant.EPOCH, Duration.ZERO, "");
    var headers = Headers.of("Set-Cookie", "sid=1; Path=/");
    var _ =
        new PageHandler(plan, new CollectedRecords())
            .handle(task, new FetchResult.Response(200, headers, new byte[0], false, trace));
  }

  private static Iterable<String> names(HttpSettings settings, FetchTask task) {
    return RequestFields.of(settings).of(task).stream().map(Headers.Field::name).toList();
  }

  private static FetchTask task(String url) {
    var link = Link.seed(CrawlUrl.of(url));
    return new FetchTask(link, FetchTask.Purpose.PAGE, 1, true, true, "", true);
  }
}
