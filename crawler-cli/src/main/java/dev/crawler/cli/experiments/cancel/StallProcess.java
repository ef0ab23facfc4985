package dev.crawler.cli.experiments.cancel;

import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.tck.server.Hearing;
import dev.crawler.tck.server.StallingServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// Serves answers that never end, and answers to the experiment by lines:
///
/// ```
/// at its start       -> listening                the URLs are in the file
/// asked N SECONDS    -> true | false             whether so many requests have come by then
/// end SECONDS        -> true HEARD CLOSED        whether nobody is connected by then; when the last
///                                                byte came and the last connection ended
/// ```
///
/// Times are microseconds since 1970. Ends when its standard input does. *Confined to the main
/// thread.*
final class StallProcess {
  /// Between two bytes of an answer: with ten thousand connections a short pause would need the
  /// processor for itself.
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Hearing hearing;
  private final InstantSource clock = MonotonicClock.start();

  private StallProcess(Hearing hearing) {
    this.hearing = hearing;
  }

  /// @param args how many hosts, how many URLs, the file for the URLs
  public static void main(String... args) throws IOException, InterruptedException {
    try (var server = StallingServer.start(Integer.parseInt(args[0]), PAUSE);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Files.write(Path.of(args[2]), server.urls(Integer.parseInt(args[1])));
      System.out.println("listening");
      var process = new StallProcess(server.hearing());
      for (var order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(process.carryOut(order.split(" ")));
      }
    }
  }

  private String carryOut(String[] order) throws InterruptedException {
    return switch (order[0]) {
      case "asked" ->
          String.valueOf(hearing.awaitAsked(Integer.parseInt(order[1]), seconds(order[2])));
      case "end" ->
          "%s %d %d"
              .formatted(
                  hearing.awaitNobody(seconds(order[1])),
                  micros(hearing.lastHeardNanos()),
                  micros(hearing.lastClosedNanos()));
      default -> throw new IllegalArgumentException("no such order: " + order[0]);
    };
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private long micros(long nanos) {
    return Micros.of(clock.instant().minusNanos(System.nanoTime() - nanos));
  }
}
