package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CookieJarTest {
  private static final String LINK = "<a href=/next>next</a>";

  @TempDir private Path folder;

  private static Stream<String> engines() {
    return Engines.ofOneProcess().stream().map(CrawlEngine::name);
  }

  @Tag("spec:K5")
  @ParameterizedTest
  @MethodSource("engines")
  void whatOnePageSetsTheNextOneAndTheNextCrawlSend(String engine) throws Exception {
    var jar = folder.resolve("cookies.txt");
    try (var server = ScriptedServer.playing(CookieJarTest::play);
        var other = ScriptedServer.at("127.0.0.2", CookieJarTest::play)) {
      var elsewhere = "http://127.0.0.2:" + other.port() + "/";

      var first = crawl(engine, jar, server.url("/").href(), elsewhere);
      var second = crawl(engine, jar, server.url("/").href());

      assertThat(first.code() + second.code()).isZero();
      assertThat(cookies(server))
          .containsExactly("GET / ", "GET /next sid=1", "GET / sid=1", "GET /next sid=2");
      assertThat(cookies(other)).containsExactly("GET / ", "GET /next sid=1");
      assertThat(jar).content().contains("127.0.0.1\tFALSE\t/\tFALSE\t0\tsid\t2\n");
    }
  }

  @Tag("spec:K4")
  @Test
  void aJarThatCannotBeWrittenIsRefusedBeforeTheFirstRequest() throws Exception {
    try (var server = ScriptedServer.playing(CookieJarTest::play)) {
      var run = crawl("serial", folder.resolve("none/cookies.txt"), server.url("/").href());

      assertThat(run.code()).isEqualTo(6);
      assertThat(server.connections()).isZero();
    }
  }

  private static Shell crawl(String engine, Path jar, String... urls) {
    var options =
        List.of(
            "crawl",
            "--engine=" + engine,
            "--depth=1",
            "--delay=0",
            "--robots=ignore",
            "--cookie-jar=" + jar);
    return Shell.run(Stream.concat(options.stream(), Stream.of(urls)).toArray(String[]::new));
  }

  /// The number in the cookie grows with each visit of the root.
  private static void play(Peer peer) throws IOException {
    while (peer.readRequest()) {
      int visit = peer.lastHead().contains("sid=1") ? 2 : 1;
      var setting = peer.lastPath().equals("/") ? "Set-Cookie: sid=" + visit + "\r\n" : "";
      peer.send(
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%sContent-Length: %d\r\n\r\n%s"
              .formatted(setting, LINK.length(), LINK));
    }
  }

  private static List<String> cookies(ScriptedServer server) {
    return server.requests().stream()
        .map(head ->
            head.substring(0, head.indexOf(" HTTP/"))
                + " "
                + head.replaceAll("(?s).*\r\nCookie: ([^\r]*).*|.*", "$1"))
        .toList();
  }
}
