package dev.crawler.cli.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The wall clock is put an hour forward and then two back while a crawl goes on: for its processes
/// alone, by libfaketime. Skipped where that is not installed (`apt install faketime`).
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class ClockTest {
  @TempDir private static Path folder;

  private static Optional<Path> library = Optional.empty();
  private static Trial trial;

  @BeforeAll
  static void crawl() throws IOException, InterruptedException {
    library = installed();
    assumeTrue(library.isPresent(), "libfaketime is not installed");
    trial = Trial.of(Sites.small(4, Sites.SWIFT_LEVELS), Sites.SWIFT_LEVELS, folder);
  }

  private static Optional<Path> installed() throws IOException {
    var libraries = Path.of("/usr/lib");
    try (var files = Files.find(libraries, 3, (file, _) -> file.endsWith("libfaketimeMT.so.1"))) {
      return files.findFirst();
    }
  }

  @AfterAll
  static void close() {
    if (trial != null) {
      trial.close();
    }
  }

  private static Stream<String> engines() {
    return EveryEngine.orBut("virtual");
  }

  @Tag("fault:D9")
  @Tag("promise:P24")
  @ParameterizedTest
  @MethodSource("engines")
  void noDelayAndNoDeadlineMindsTheWallClock(String engine) throws Exception {
    var clock = Files.createTempFile(folder, "clock", "");
    put(clock, "+0");
    try (var run = trial.fresh()) {
      trial.site().atRequest(trial.requests() / 3, _ -> put(clock, "+3600"));
      trial.site().atRequest(2 * trial.requests() / 3, _ -> put(clock, "-3600"));
      run.beginBy(clockedBy(clock), EveryEngine.options(engine));

      trial.assertFlawless(run, run.end(), 0);
    }
  }

  private static List<String> clockedBy(Path clock) {
    return List.of(
        "env",
        "LD_PRELOAD=" + library.orElseThrow(),
        "FAKETIME_TIMESTAMP_FILE=" + clock,
        "FAKETIME_NO_CACHE=1",
        "DONT_FAKE_MONOTONIC=1",
        "FAKETIME_DONT_FAKE_MONOTONIC=1");
  }

  private static void put(Path clock, String seconds) {
    try {
      Files.writeString(clock, seconds + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
