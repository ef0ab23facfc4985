package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

interface RequestContract extends FetcherUnderTest {
  @Tag("spec:U5")
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "//a//b", "/%zz", "/a|b[c]", "/?q", "/a%2fb", "/a/?x=1?y='\"", "/;p=1/@:!$&"})
  default void theTargetArrivesByteForByte(String target) throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"))) {
      var url = server.url(target);

      fetch(url);

      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("GET " + target(url) + " HTTP/1.1\r\n");
      assertThat(target(url)).isEqualTo(url.pathAndQuery());
    }
  }

  @Tag("spec:U5")
  @Test
  default void onlyTheHeadersThatAreMeantAreSent() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"))) {

      fetch(server.url("/p"));

      assertThat(server.requests())
          .containsExactly(
              """
              GET /p HTTP/1.1\r
              Host: 127.0.0.1:%d\r
              User-Agent: test/1\r
              Accept: text/html,application/xhtml+xml,*/*;q=0.8\r
              Accept-Encoding: gzip, deflate, br, zstd\r
              Connection: keep-alive\r
              \r
              """
                  .formatted(server.port()));
    }
  }

  @Tag("spec:U5")
  @Test
  default void headersOfTheSettingsAreAddedOrReplaceOurs() throws Exception {
    var headers = Headers.of("accept", "text/plain", "X-One", "1", "X-One", "2");
    var settings =
        new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(2), 99, "test/1", headers, true);
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"));
        var fetcher = fetcher(settings)) {

      fetcher.fetch(task(server.url("/")));

      assertThat(server.requests())
          .singleElement()
          .asString()
          .doesNotContain("text/html")
          .endsWith("keep-alive\r\naccept: text/plain\r\nX-One: 1\r\nX-One: 2\r\n\r\n");
    }
  }

  @Tag("spec:U5")
  @Test
  default void authorizationIsSentWhenTheTaskHasOne() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"));
        var fetcher = fetcher(Fetching.UNHURRIED)) {
      var link = Link.seed(server.url("/"));

      fetcher.fetch(
          new FetchTask(link, FetchTask.Purpose.PAGE, 1, false, true, "Basic dXNlcjpwYXNz", true));

      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("\r\nAuthorization: Basic dXNlcjpwYXNz\r\n");
    }
  }

  private static String target(CrawlUrl url) {
    var href = url.href();
    return href.substring(href.indexOf('/', "http://".length()));
  }

  @Tag("spec:V1")
  @Test
  default void conditionsGoOverTheWireAsTheyAre() throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 304 Not Modified\r\n\r\n");
        var fetcher = fetcher(Fetching.UNHURRIED)) {
      var link = Link.seed(server.url("/"));
      var validators = new Validators("W/\"a, b\"", "Tue, 03 Nov 2026 10:00:00 GMT");

      var result =
          fetcher.fetch(
              new FetchTask(link, FetchTask.Purpose.PAGE, 1, false, true, "", true, validators));

      assertThat(Fetching.response(result).status()).isEqualTo(304);
      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("\r\nIf-None-Match: W/\"a, b\"\r\n")
          .contains("\r\nIf-Modified-Since: Tue, 03 Nov 2026 10:00:00 GMT\r\n");
    }
  }
}
