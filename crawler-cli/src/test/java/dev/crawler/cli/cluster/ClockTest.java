package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The wall clock is put an hour forward and back again and again, from the start of a crawl to its
/// end: for its processes alone. Skipped where no compiler for C is installed (`apt install gcc`).
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class ClockTest {
  @TempDir private static Path folder;

  private static Optional<Path> library = Optional.empty();
  private static Trial trial;

  @BeforeAll
  static void crawl() throws IOException, InterruptedException {
    library = WallClock.library(folder);
    assumeTrue(library.isPresent(), "there is no compiler for C");
    trial = Trial.of(Sites.small(4, Sites.SWIFT_LEVELS), Sites.SWIFT_LEVELS, folder);
  }

  @AfterAll
  static void close() {
    if (trial != null) {
      trial.close();
    }
  }

  private static Stream<String> engines() {
    return EveryEngine.orBut("virtual", "processes");
  }

  @Tag("fault:D9")
  @Tag("promise:P24")
  @ParameterizedTest
  @MethodSource("engines")
  void noDelayAndNoDeadlineMindsTheWallClock(String engine) throws Exception {
    try (var clock = WallClock.jumping(library.orElseThrow(), folder);
        var run = trial.fresh()) {
      run.beginBy(clock.command(), EveryEngine.options(engine));

      trial.assertFlawless(run, run.end(), 0);
    }
  }

  /// What the test above rests on.
  @Test
  void theClockOfTheProcessJumps() throws Exception {
    try (var clock = WallClock.jumping(library.orElseThrow(), folder)) {
      assertThat(
              Stream.generate(() -> told(clock))
                  .limit(10_000)
                  .anyMatch(time -> time.isAfter(Instant.now().plus(Duration.ofMinutes(50)))))
          .isTrue();
    }
  }

  private static Instant told(WallClock clock) {
    var date = Stream.concat(clock.command().stream(), Stream.of("date", "+%s")).toList();
    try {
      var process = new ProcessBuilder(date).start();
      return Instant.ofEpochSecond(Long.parseLong(process.inputReader().readLine()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
