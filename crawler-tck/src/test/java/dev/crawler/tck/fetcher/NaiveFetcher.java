package dev.crawler.tck.fetcher;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/// A fetcher as one writes it in ten minutes: it goes wherever a name leads, believes all it reads
/// and keeps no connection. *Immutable.*
record NaiveFetcher(HttpSettings settings, NameResolver resolver) implements BlockingFetcher {
  @Override
  public FetchResult fetch(FetchTask task) {
    var started = Instant.now();
    var url = task.link().url();
    try (var socket = new Socket()) {
      var address = resolver.resolve(url.host()).getFirst();
      socket.setSoTimeout((int) settings.timeout().toMillis());
      socket.connect(
          new InetSocketAddress(address, url.port()), (int) settings.connectTimeout().toMillis());
      socket.getOutputStream().write(request(url).getBytes(StandardCharsets.ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return parsed(answer, trace(started, address.getHostAddress()));
    } catch (IOException | RuntimeException _) {
      return new FetchResult.Unreachable(FailureReason.CONNECT, "no luck", trace(started, ""));
    }
  }

  private static String request(CrawlUrl url) {
    return "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
        .formatted(url.pathAndQuery(), url.host(), url.port());
  }

  private static FetchResult parsed(String answer, FetchResult.Trace trace) {
    int end = answer.indexOf("\r\n\r\n");
    var lines = answer.substring(0, end).split("\r\n", -1);
    var fields = new ArrayList<Headers.Field>();
    for (int i = 1; i < lines.length; i++) {
      var parts = lines[i].split(": *", 2);
      fields.add(new Headers.Field(parts[0], parts[1]));
    }
    int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
    var body = answer.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    return new FetchResult.Response(status, new Headers(fields), body, false, trace);
  }

  private static FetchResult.Trace trace(Instant started, String address) {
    return new FetchResult.Trace(started, Duration.between(started, Instant.now()), address);
  }

  @Override
  public void close() {
    // nothing is kept
  }
}
