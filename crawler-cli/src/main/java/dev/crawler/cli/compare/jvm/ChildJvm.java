package dev.crawler.cli.compare.jvm;

import dev.crawler.core.engine.MonotonicClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A JVM that this process started. What it says on standard error is kept for when it fails. *As
/// thread-safe as a process.*
public final class ChildJvm implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(6);

  private final Process process;
  private final Instant startedAt;
  private final BufferedReader lines;
  private final LastWords words;

  private ChildJvm(Process process, Instant startedAt) {
    this.process = process;
    this.startedAt = startedAt;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.words = LastWords.listenTo(process.getErrorStream());
  }

  /// Starts a main class in a JVM with these flags.
  ///
  /// @throws IOException when the system starts no process
  static ChildJvm start(Class<?> main, List<String> flags, List<String> arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    var startedAt = MonotonicClock.start().instant();
    return new ChildJvm(new ProcessBuilder(command).start(), startedAt);
  }

  /// Just before it was started.
  public Instant startedAt() {
    return startedAt;
  }

  /// Its standard output, line by line; to be read by one thread.
  public BufferedReader lines() {
    return lines;
  }

  /// Its standard input. It ends itself when that is closed.
  public OutputStream pipe() {
    return process.getOutputStream();
  }

  /// User and system time so far, as far as the system says.
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Ends it at once.
  public void kill() {
    process.destroyForcibly();
  }

  /// Waits until it has ended.
  ///
  /// @return how it ended, in words: its exit code, and the last thing it said
  public String end() throws InterruptedException {
    int code = process.waitFor();
    var said = words.last();
    return "exit code " + code + (said.isEmpty() ? "" : ": " + said);
  }

  /// Lets go of its life-line and does not wait.
  void release() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy(); // the pipe is broken: it is ending already, or does not listen
    }
  }

  /// Lets go of its life-line, and ends it by force when it does not end by itself. Idempotent.
  @Override
  public void close() {
    release();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
