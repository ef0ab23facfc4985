package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.fetcher.ForwardProxy;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyTest {
  private static final String PAGE = "<!doctype html><title>behind the proxy</title>";
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
          .formatted(PAGE.length(), PAGE);

  private static Stream<String> engines() {
    return Engines.ofOneProcess().stream().map(CrawlEngine::name);
  }

  /// Nobody here knows the name; the proxy does.
  @Tag("spec:W4")
  @ParameterizedTest
  @MethodSource("engines")
  void aCrawlGoesThroughIt(String engine) throws Exception {
    try (var server = ScriptedServer.answering(ANSWER);
        var proxy = ScriptedServer.playing(new ForwardProxy("Basic dXNlcjpzZWNyZXQ="))) {
      var url = "http://named.invalid:" + server.port() + "/";

      var run =
          Shell.run(
              "crawl",
              "--engine=" + engine,
              "--robots=ignore",
              "--proxy=http://user:secret@127.0.0.1:" + proxy.port(),
              url);

      assertThat(run.out()).contains("\"outcome\":\"ok\"", "\"title\":\"behind the proxy\"");
      assertThat(run.out() + run.err()).doesNotContain("secret", "dXNlcjpzZWNyZXQ");
      assertThat(proxy.requests()).singleElement().asString().startsWith("GET " + url + " HTTP");
      assertThat(server.requests()).singleElement().asString().doesNotContain("Proxy-");
    }
  }

  @Tag("spec:W5")
  @Test
  void whatIsNoProxyIsRefusedWithoutItsPassword() {
    var run = Shell.run("crawl", "--proxy=ftp://user:secret@proxy.example", "http://a.invalid/");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("http://[user:password@]host:port").doesNotContain("secret");
  }
}
