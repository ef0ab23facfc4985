package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The wall clock of some processes, as they see it: it jumps to and fro while it is open. Beneath
/// is a C file, compiled here. (The library faketime, 0.9.10, touches timed waits, too, and has
/// them return at once.) *Confined to one thread.*
final class WallClock implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final List<Duration> STEPS =
      List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(-7), Duration.ZERO);

  private final Path library;
  private final Path file;
  private final ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> jumping;

  private WallClock(Path library, Path file) {
    this.library = library;
    this.file = file;
    var next = Stream.generate(STEPS::stream).flatMap(step -> step).iterator();
    jumping =
        steps.scheduleAtFixedRate(
            () -> write(file, next.next()), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Compiles what moves clocks; empty where there is no compiler for C.
  static Optional<Path> library(Path folder) throws IOException, InterruptedException {
    var source = folder.resolve("wallclock.c");
    var library = folder.resolve("wallclock.so");
    try (var code = WallClock.class.getResourceAsStream("wallclock.c")) {
      Files.copy(code, source);
    }
    var command =
        new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
            .redirectErrorStream(true);
    Process compiler;
    try {
      compiler = command.start();
    } catch (IOException _) {
      return Optional.empty();
    }
    var said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(compiler.waitFor()).as(said).isZero();
    return Optional.of(library);
  }

  /// @param library as compiled before
  static WallClock jumping(Path library, Path folder) throws IOException {
    var file = Files.createTempFile(folder, "step", "");
    write(file, Duration.ZERO);
    return new WallClock(library, file);
  }

  /// What begins the command line of a process that goes by this clock, and of those it starts.
  List<String> command() {
    return List.of("env", "LD_PRELOAD=" + library, "WALL_CLOCK_STEP=" + file);
  }

  private static void write(Path file, Duration step) {
    var seconds =
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.nativeOrder())
            .putInt(Math.toIntExact(step.toSeconds()));
    try {
      Files.write(file, seconds.array(), StandardOpenOption.WRITE); // no truncation: it is mapped
    } catch (IOException e) {
      throw new UncheckedIOException("the clock stands still", e);
    }
  }

  @Override
  public void close() {
    steps.close();
    assertThat(jumping.state()).isEqualTo(Future.State.CANCELLED); // and not failed
  }
}
