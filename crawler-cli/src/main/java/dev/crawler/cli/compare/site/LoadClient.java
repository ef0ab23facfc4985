package dev.crawler.cli.compare.site;

import dev.crawler.tck.site.Site;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// The least that a client can do: asks for pages and reads until the connection ends, many at
/// once, judging nothing. What it gets in a second is what the site can serve beside a client on
/// this machine. *Confined to one call.*
public final class LoadClient {
  private final Site site;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final long from;
  private final long until;

  private LoadClient(Site site, long from, long until) {
    this.site = site;
    this.from = from;
    this.until = until;
  }

  /// Requests in a second that the site answers, once it is warm.
  ///
  /// @param connections at once
  /// @param warmUp how long it is asked before anything counts
  /// @param time that counts
  public static double requestsPerSecond(
      Site site, int connections, Duration warmUp, Duration time) {
    long from = System.nanoTime() + warmUp.toNanos();
    var client = new LoadClient(site, from, from + time.toNanos());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        threads.execute(client::ask);
      }
    }
    return client.answered.get() * 1e9 / time.toNanos();
  }

  private void ask() {
    for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
      long number = asked.getAndIncrement();
      int host = (int) (number % site.plan().hosts());
      int page = (int) (number / site.plan().hosts() % site.plan().pagesPerHost());
      try {
        ask(host, site.page(host, page).target());
      } catch (IOException _) {
        // A reset is an answer of this site.
      }
      if (now >= from) {
        answered.incrementAndGet();
      }
    }
  }

  private void ask(int host, String target) throws IOException {
    var authority = site.authorities().get(host);
    int colon = authority.indexOf(':');
    try (var socket =
            new Socket(
                authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)));
        var out = new BufferedOutputStream(socket.getOutputStream());
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      var request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(target, authority);
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
