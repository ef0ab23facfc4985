package dev.crawler.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The embedded site in a process of its own, so that its work is not counted as the crawler's. It
/// holds our end of a pipe as its standard input and ends when that closes, however we end.
/// *Confined to one thread.*
final class DemoSite implements AutoCloseable {
  private static final int HOSTS = 6;
  private static final long GRACE_SECONDS = 5;

  private final Process process;
  private final List<String> seeds;

  private DemoSite(Process process, List<String> seeds) {
    this.process = process;
    this.seeds = List.copyOf(seeds);
  }

  /// Starts it with the Java and the class path of this process, and waits until it serves.
  static DemoSite start() throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "site",
                "--hosts",
                String.valueOf(HOSTS),
                "--steady",
                "--lifeline")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      return new DemoSite(process, seeds(process));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /// Where to begin.
  List<String> seeds() {
    return seeds;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> seeds(Process process) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var seeds = new ArrayList<String>();
    while (seeds.size() < HOSTS) {
      var line = reader.readLine();
      if (line == null) {
        throw new IOException("the embedded site did not start");
      }
      seeds.add(line);
    }
    return seeds;
  }
}
