package dev.crawler.cli;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import dev.crawler.tck.server.Sentinels;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A site at a public address whose pages, redirects and names lead inside, where somebody listens
/// at the same port. Crawls it with every engine and prints a line for each. Run by [NetworkTest]
/// in a network of its own.
final class PublicSite {
  private static final String PUBLIC = "203.0.113.7";
  private static final String NOBODY = "nobody came";

  private static final List<String> INSIDE =
      List.of(
          "127.0.0.1",
          "127.0.0.2",
          "0x7f.1",
          "2130706433",
          "0",
          "[::1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:10.1.2.3]",
          "10.1.2.3",
          "169.254.169.254",
          "0xa9fea9fe",
          "inside.example");

  private PublicSite() {}

  public static void main(String[] args) throws Exception {
    for (var engine : Engines.ofOneProcess()) {
      System.out.println(engine.name() + ": " + whoCame(engine));
    }
  }

  private static String whoCame(CrawlEngine engine) throws Exception {
    try (var site = ScriptedServer.at(PUBLIC, PublicSite::lure);
        var inside =
            Sentinels.atPort(
                site.port(), "127.0.0.1", "127.0.0.2", "::1", "10.1.2.3", "169.254.169.254")) {
      var records = crawl(engine, site.port()).records();
      var seen = inside.dismiss();
      long refused =
          records.stream().filter(page -> page.reason() == ExclusionReason.ADDRESS).count();
      boolean rebound =
          records.stream()
              .filter(page -> page.url().contains("rebinding"))
              .allMatch(page -> page.outcome() == RecordOutcome.OK);
      boolean sound = seen.isEmpty() && rebound && refused >= INSIDE.size();
      return sound ? NOBODY : "%s came; %s".formatted(seen, records);
    }
  }

  private static CollectedRecords crawl(CrawlEngine engine, int port) throws InterruptedException {
    var plan =
        CrawlPlan.of("http://" + PUBLIC + ":" + port + "/")
            .depth(new Depth(2))
            .scope(ScopeKind.ANY)
            .politeness(new Politeness(1, Duration.ZERO, Duration.ZERO, true))
            .build();
    var records = new CollectedRecords();
    var clock = MonotonicClock.start();
    try (var run =
        engine.start(plan, new CrawlContext(records, CrawlListener.NONE, clock, names()))) {
      run.await();
    }
    return records;
  }

  /// One name leads inside, another one from the second time on.
  private static NameResolver names() {
    var rebound = new AtomicInteger();
    return host ->
        switch (host) {
          case "inside.example" -> List.of(InetAddress.ofLiteral("10.1.2.3"));
          case "rebinding.example" ->
              List.of(InetAddress.ofLiteral(rebound.getAndIncrement() == 0 ? PUBLIC : "127.0.0.1"));
          default -> List.of(InetAddress.ofLiteral(host));
        };
  }

  private static void lure(Peer peer) throws IOException {
    while (peer.readRequest()) {
      var path = peer.lastPath();
      var port = peer.port();
      if (path.startsWith("/to/")) {
        var host = INSIDE.get(Integer.parseInt(path.substring("/to/".length())));
        peer.sendAnswer("302 Found\r\nLocation: http://%s:%d/moved".formatted(host, port), "");
      } else if (path.equals("/")) {
        peer.sendAnswer("200 OK\r\nContent-Type: text/html", links(port));
      } else {
        peer.sendAnswer(path.equals("/robots.txt") ? "404 Not Found" : "200 OK", "");
      }
    }
  }

  private static String links(int port) {
    return IntStream.range(0, INSIDE.size())
        .mapToObj(i ->
            "<a href=http://%s:%d/>x</a><a href=/to/%d>x</a>".formatted(INSIDE.get(i), port, i))
        .collect(Collectors.joining("", "<a href=http://rebinding.example:" + port + "/page>", ""));
  }
}
