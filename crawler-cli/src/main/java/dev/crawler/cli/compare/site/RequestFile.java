package dev.crawler.cli.compare.site;

import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a site was asked in one crawl, on its way from one process to the other: a line with the
/// clock, then a line for each request. *Immutable.*
///
/// @param requests in the order in which they ended
/// @param whole whether all are there
/// @param firstMicros when the first of them came, since the epoch; empty when there was none
public record RequestFile(List<Request> requests, boolean whole, OptionalLong firstMicros) {
  /// Copies the list.
  public RequestFile {
    requests = List.copyOf(requests);
  }

  static void write(Path file, SiteServer server) throws IOException {
    var log = server.requests();
    long nanos = System.nanoTime();
    try (var out = Files.newBufferedWriter(file)) {
      out.write(
          "%d %d %b%n".formatted(micros(MonotonicClock.start().instant()), nanos, log.isWhole()));
      for (var request : log.all()) {
        out.write(line(request));
      }
    }
  }

  static RequestFile read(Path file) throws IOException {
    try (var in = Files.newBufferedReader(file)) {
      var head = in.readLine().split(" ", -1);
      var requests = requests(in);
      long micros = Long.parseLong(head[0]);
      long nanos = Long.parseLong(head[1]);
      var first = requests.stream().mapToLong(Request::startNanos).min();
      return new RequestFile(
          requests,
          Boolean.parseBoolean(head[2]),
          first.isPresent()
              ? OptionalLong.of(micros - (nanos - first.getAsLong()) / 1_000)
              : OptionalLong.empty());
    }
  }

  private static List<Request> requests(BufferedReader in) throws IOException {
    var requests = new ArrayList<Request>();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var parts = line.split(" ", 6);
      requests.add(
          new Request(
              new Place(Integer.parseInt(parts[0]), parts[5]),
              Integer.parseInt(parts[1]),
              Long.parseLong(parts[2]),
              Long.parseLong(parts[3]),
              Boolean.parseBoolean(parts[4])));
    }
    return requests;
  }

  /// The target comes last: it holds no line end, being part of a request line.
  private static String line(Request request) {
    return "%d %d %d %d %b %s%n"
        .formatted(
            request.place().host(),
            request.client(),
            request.startNanos(),
            request.endNanos(),
            request.answered(),
            request.place().target());
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }
}
