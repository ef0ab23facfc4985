package dev.crawler.cli.experiments.cancel;

import dev.crawler.cli.compare.jvm.ChildJvm;
import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.core.engine.InheritedFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One crawl that is cancelled. *Immutable.*
///
/// @param engine by name
/// @param fetches in flight, all of them when it is not of several processes
/// @param least requests that must have come before it is cancelled
record CancelTrial(String engine, int fetches, int least) {
  private static final int HOSTS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Threads of the site need little, their connections a few files.
  private static final List<String> SITE = List.of("-XX:+UseSerialGC", "-Xmx1g");

  /// What it came to; moments in milliseconds from the call of `close`.
  ///
  /// @param returned when `close` returned
  /// @param lastByte when the site heard the last byte of a request or the last connection begin;
  ///   negative when that was before the call
  /// @param lastConnection when it saw the last connection end
  /// @param records that were written
  /// @param threads left, virtual ones too, when `close` had returned
  /// @param descriptors left then
  /// @param processes left then
  /// @param left what threads, descriptors and files these are
  record Outcome(
      double returned,
      double lastByte,
      double lastConnection,
      int records,
      int threads,
      int descriptors,
      int processes,
      String left) {}

  /// Crawls and cancels.
  ///
  /// @param folder for the URLs
  /// @throws IOException when a process ends, or so many are never in flight
  Outcome run(ChildJvms jvms, Path folder) throws IOException, InterruptedException {
    var urls = folder.resolve("urls").toString();
    var size = String.valueOf(fetches);
    try (var site =
        jvms.start(StallProcess.class, SITE, List.of(String.valueOf(HOSTS), size, urls))) {
      read(site);
      var flags = new ArrayList<>(InheritedFlags.ofThisProcess());
      try (var crawl = jvms.start(CancelProcess.class, flags, List.of(engine, size, urls))) {
        if (!ask(site, "asked %d %d".formatted(least, PATIENCE.toSeconds())).equals("true")) {
          throw new IOException("%s: %d were never in flight".formatted(engine, least));
        }
        var told = ask(crawl, "cancel").split(" ", 7);
        var heard = ask(site, "end " + PATIENCE.toSeconds()).split(" ");
        return outcome(told, heard);
      }
    }
  }

  private static Outcome outcome(String[] told, String[] heard) {
    long called = Long.parseLong(told[0]);
    return new Outcome(
        since(called, told[1]),
        since(called, heard[1]),
        heard[0].equals("true") ? since(called, heard[2]) : Double.NaN,
        Integer.parseInt(told[2]),
        Integer.parseInt(told[3]),
        Integer.parseInt(told[4]),
        Integer.parseInt(told[5]),
        told[6]);
  }

  private static double since(long called, String micros) {
    return (Long.parseLong(micros) - called) / 1_000.0;
  }

  private static String ask(ChildJvm process, String order)
      throws IOException, InterruptedException {
    process.pipe().write((order + "\n").getBytes(StandardCharsets.UTF_8));
    process.pipe().flush();
    return read(process);
  }

  private static String read(ChildJvm process) throws IOException, InterruptedException {
    var line = process.lines().readLine();
    if (line == null) {
      throw new IOException("a process has ended: " + process.end());
    }
    return line;
  }
}
