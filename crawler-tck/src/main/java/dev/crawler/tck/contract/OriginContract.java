package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.PageRecord;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever is redirected or linked to is another host, with rules of its own, and none of the
/// secrets that were meant for the first.
interface OriginContract extends EngineUnderTest {
  @Tag("spec:A3")
  @Tag("fault:N45")
  @Test
  default void credentialsGoToTheOriginOfTheSeedAlone() throws Exception {
    try (var other = ScriptedServer.playing(OriginContract::serve);
        var site = ScriptedServer.playing(peer -> send(peer, other))) {
      var plan = plan(site).scope(ScopeKind.ANY).allowPrivate(true).build();

      Crawl.of(this, plan);

      assertThat(site.requests())
          .hasSize(3)
          .allMatch(head -> head.contains("\r\nAuthorization: Basic dXM6cGFzcw==\r\n"))
          .allMatch(head -> head.contains("\r\nCookie: id=1\r\n"));
      assertThat(other.requests())
          .hasSizeGreaterThan(2)
          .allMatch(head -> head.contains("\r\nX-Plain: 1\r\n"))
          .noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("authorization"))
          .noneMatch(head -> head.contains("id=1") || head.contains("pass"));
    }
  }

  @Tag("spec:R1")
  @Tag("spec:R2")
  @Tag("fault:N45")
  @Tag("fault:R11")
  @Tag("promise:P14")
  @Test
  default void theOtherHostsRobotsTxtIsAskedForFirstAndObeyed() throws Exception {
    try (var other = ScriptedServer.playing(OriginContract::serve);
        var site = ScriptedServer.playing(peer -> send(peer, other))) {
      var plan = plan(site).scope(ScopeKind.ANY).allowPrivate(true).build();

      Crawl.of(this, plan);

      assertThat(other.requests())
          .extracting(head -> head.substring(0, head.indexOf(" HTTP")))
          .startsWith("GET /robots.txt")
          .containsOnlyOnce("GET /robots.txt", "GET /moved", "GET /linked")
          .doesNotContain("GET /secret");
    }
  }

  @Tag("spec:S4")
  @Tag("fault:N45")
  @Test
  default void aRedirectOutOfScopeIsRecordedAndNotFollowed() throws Exception {
    try (var other = ScriptedServer.playing(OriginContract::serve);
        var site = ScriptedServer.playing(peer -> send(peer, other))) {
      var plan = plan(site).scope(ScopeKind.HOST).allowPrivate(true).build();

      var crawl = Crawl.of(this, plan);

      assertThat(other.connections()).isZero();
      assertThat(crawl.records())
          .extracting(PageRecord::redirectTo)
          .contains(other.url("/moved").href());
      assertThat(crawl.report().outOfScope()).isPositive();
    }
  }

  private static CrawlPlanBuilder plan(ScriptedServer site) {
    var seeds =
        List.of("/", "/links").stream()
            .map(path -> "http://us:pass@127.0.0.1:" + site.port() + path)
            .toList();
    var headers = Headers.of("X-Plain", "1", "Cookie", "id=1", "Authorization", "Bearer pass");
    var usual = Plans.http(Duration.ofSeconds(20));
    var http =
        new HttpSettings(
            usual.connectTimeout(),
            usual.timeout(),
            usual.maxBody(),
            usual.userAgent(),
            headers,
            true);
    return Plans.everything(seeds).depth(new Depth(2)).http(http);
  }

  /// Redirects and links to the other server.
  private static void send(Peer peer, ScriptedServer other) throws IOException {
    while (peer.readRequest()) {
      switch (peer.lastPath()) {
        case "/" -> peer.sendAnswer("302 Found\r\nLocation: " + other.url("/moved").href(), "");
        case "/links" ->
            page(
                peer,
                "<a href=%s>l</a><a href=%s>s</a>"
                    .formatted(other.url("/linked").href(), other.url("/secret").href()));
        default -> peer.sendAnswer("404 Not Found", "");
      }
    }
  }

  private static void serve(Peer peer) throws IOException {
    while (peer.readRequest()) {
      if (peer.lastPath().equals("/robots.txt")) {
        peer.sendAnswer("200 OK", "User-agent: *\nDisallow: /secret\n");
      } else {
        page(peer, "<p>here");
      }
    }
  }

  private static void page(Peer peer, String body) throws IOException {
    peer.sendAnswer("200 OK\r\nContent-Type: text/html", body);
  }
}
