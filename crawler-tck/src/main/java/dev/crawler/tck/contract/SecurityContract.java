package dev.crawler.tck.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.PageRecord;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import dev.crawler.tck.server.Sentinels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Nobody who writes pages, redirects, robots.txt or names can send a crawler to an address that
/// the user did not name. There is somebody at each of them to see whether it came.
interface SecurityContract extends EngineUnderTest {
  /// Hosts that are forbidden addresses, in every spelling; two are the same host to a crawler when
  /// the URL Standard makes one of them.
  List<String> SPELLINGS =
      List.of(
          "127.0.0.1",
          "127.0.0.2",
          "127.0.0.1.",
          "0x7f.1",
          "0x7F000001",
          "2130706433",
          "0177.1",
          "127.1",
          "%31%32%37.0.0.1",
          "\uff11\uff12\uff17.0.0.1",
          "\u2460\u2461\u2466.0.0.1",
          "127\u30020\u30020\u30021",
          "0",
          "0.0.0.0",
          "[::]",
          "[::1]",
          "[0:0:0:0:0:0:0:1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:2]",
          "[::127.0.0.1]",
          "[64:ff9b::127.0.0.1]",
          "[2002:7f00:1::]",
          "[::ffff:0:7f00:1]",
          "[fe80::5efe:7f00:1]",
          "169.254.169.254",
          "10.0.0.1",
          "100.64.0.1",
          "[fc00::1]",
          "[fe80::1]",
          "localhost",
          "LOCALHOST.",
          "v4.inside.example",
          "v6.inside.example",
          "both.inside.example",
          "nat64.inside.example",
          "rebinding.example");

  @Tag("spec:A1")
  @Tag("spec:A2")
  @Tag("spec:A4")
  @Tag("fault:N44")
  @Tag("fault:N48")
  @Tag("fault:C13")
  @Tag("promise:P23")
  @Test
  default void noSpellingRedirectOrNameLeadsToAForbiddenAddress() throws Exception {
    try (var forbidden = forbidden();
        var site = ScriptedServer.playing(peer -> lure(peer, forbidden.port()))) {
      var crawl = crawl(plan(site).build());

      assertThat(forbidden.dismiss()).isEmpty();
      assertThat(crawl.records())
          .filteredOn(page -> !page.url().startsWith(site.url("/").href()))
          .hasSizeGreaterThan(SPELLINGS.size())
          .allMatch(page -> page.reason() == ExclusionReason.ADDRESS);
    }
  }

  @Tag("spec:A1")
  @Tag("spec:A2")
  @Tag("promise:P23")
  @Test
  default void noRobotsTxtLeadsToAForbiddenAddress() throws Exception {
    try (var forbidden = forbidden();
        var site = ScriptedServer.playing(peer -> lureRobots(peer, forbidden.port()))) {
      var crawl = crawl(plan(site).build());

      assertThat(forbidden.dismiss()).isEmpty();
      assertThat(crawl.records())
          .singleElement()
          .extracting(PageRecord::reason)
          .isEqualTo(ExclusionReason.ADDRESS);
    }
  }

  @Tag("spec:A1")
  @Test
  default void theyAreReachedWhenTheUserSaysSo() throws Exception {
    try (var forbidden = forbidden();
        var site = ScriptedServer.playing(peer -> lure(peer, forbidden.port()))) {
      var atHome = List.of("//127[.]0[.]0[.][12]:"); // elsewhere is nobody to ask
      crawl(plan(site).filter(atHome, List.of()).allowPrivate(true).build());

      assertThat(forbidden.dismiss()).contains("127.0.0.1", "127.0.0.2");
    }
  }

  private Crawl crawl(CrawlPlan plan) {
    return Crawl.of(engine(), plan, new LyingNames(), patience());
  }

  private static Sentinels forbidden() {
    return Sentinels.at("127.0.0.1", "127.0.0.2", "::1");
  }

  private static CrawlPlanBuilder plan(ScriptedServer site) {
    return Plans.everything(List.of(site.url("/").href()))
        .depth(new Depth(2))
        .scope(ScopeKind.ANY)
        .allowPrivate(false);
  }

  /// Links to every spelling, and to a page here for each that redirects there.
  private static void lure(Peer peer, int port) throws IOException {
    while (peer.readRequest()) {
      var path = peer.lastPath();
      if (path.startsWith("/to/")) {
        var host = SPELLINGS.get(Integer.parseInt(path.substring("/to/".length())));
        peer.sendAnswer(
            "302 Found\r\nLocation: http://%s:%d/moved".formatted(utf8(host), port), "");
      } else {
        peer.sendAnswer("200 OK\r\nContent-Type: text/html; charset=utf-8", links(path, port));
      }
    }
  }

  private static void lureRobots(Peer peer, int port) throws IOException {
    while (peer.readRequest()) {
      peer.sendAnswer("301 Moved\r\nLocation: http://127.1:" + port + "/robots.txt", "");
    }
  }

  private static String links(String path, int port) {
    if (!path.equals("/")) {
      return "";
    }
    var lures = Stream.iterate(0, i -> i < SPELLINGS.size(), i -> i + 1);
    return lures
        .map(i ->
            "<a href='http://%s:%d/%d'>x</a><a href=/to/%d>x</a>"
                .formatted(utf8(SPELLINGS.get(i)), port, i, i))
        .collect(Collectors.joining());
  }

  private static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /// Knows names that lead inside, one of them from the second time on. *Thread-safe.*
  final class LyingNames implements NameResolver {
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
      int times = asked.merge(host, 1, Integer::sum);
      var literals =
          switch (host) {
            case "localhost", "v4.inside.example" -> List.of("127.0.0.1");
            case "v6.inside.example" -> List.of("::1");
            case "both.inside.example" -> List.of("::1", "127.0.0.2");
            case "nat64.inside.example" -> List.of("64:ff9b::7f00:1");
            case "rebinding.example" -> List.of(times == 1 ? "10.0.0.1" : "127.0.0.1");
            default -> List.<String>of();
          };
      if (literals.isEmpty()) {
        return new LiteralNames().resolve(host);
      }
      return literals.stream().map(InetAddress::ofLiteral).toList();
    }
  }
}
