package dev.crawler.tck.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.tck.site.Expected;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Place;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteServerTest {
  private final SiteServer server =
      SiteServer.start(Site.of(3, SitePlan.SMALL.without(Feature.TRANSIENT_FAULTS)));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void answersWithTheStatusThatTheTruthExpects() throws Exception {
    var plan = CrawlPlan.of(server.seedUrls()).depth(Depth.UNLIMITED).build();
    var truth = server.site().truth(plan);

    for (var expected : truth.records().values()) {
      if (expected.status() != 0) {
        assertThat(status(expected)).as(expected.key()).isEqualTo(expected.status());
      }
    }

    assertThat(server.requests().all()).hasSameSizeAs(truth.fetched());
  }

  @Test
  void writesDownWhatWasAskedInTheFormOfAKey() throws Exception {
    var url = server.seedUrls().getFirst() + "%7Ex?";

    client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());

    assertThat(server.requests().all())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.place()).isEqualTo(new Place(0, "/~x"));
          assertThat(request.endNanos()).isGreaterThan(request.startNanos());
        });
  }

  @Test
  void whatTheLastCrawlStillSendsIsNotOfTheNext() throws Exception {
    var home = URI.create(server.seedUrls().getFirst());
    var get = "GET / HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(home.getAuthority());
    try (var last = new Socket(home.getHost(), home.getPort())) {
      last.getOutputStream().write(get.getBytes(US_ASCII));
      assertThat(last.getInputStream().read()).isEqualTo('H');

      server.forget();

      assertThatIOException().isThrownBy(() -> keepSending(get.getBytes(US_ASCII), last));
      assertThat(server.requests().all()).isEmpty();
      client.send(HttpRequest.newBuilder(home).build(), BodyHandlers.discarding());
      assertThat(server.requests().all()).hasSize(1);
    }
  }

  /// Until the system has heard that nobody listens.
  private static void keepSending(byte[] request, Socket socket) throws IOException {
    while (true) {
      socket.getOutputStream().write(request);
    }
  }

  private int status(Expected expected) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(expected.key())).build();
    return client.send(request, BodyHandlers.ofByteArray()).statusCode();
  }
}
