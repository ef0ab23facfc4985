package dev.crawler.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What reads foreign bytes keeps its laws: for all that was ever found, for what is near to it,
/// and with `-Psoak` for what a coverage-guided fuzzer (Jazzer) makes in a minute each.
class FuzzTest {
  private static final int NEIGHBOURS = 200;
  private static final int SECONDS = Integer.getInteger("crawler.fuzz.seconds", 60);

  @ParameterizedTest
  @EnumSource
  void allThatWasFoundIsRead(FuzzTarget target) throws IOException {
    var inputs = target.inputs();

    assertThat(inputs).isNotEmpty();
    for (var input : inputs) {
      var bytes = Files.readAllBytes(input);
      assertThatCode(() -> target.read(bytes)).as(input.toString()).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNearToItIsReadToo(FuzzTarget target) throws IOException {
    for (var input : target.inputs()) {
      var bytes = Files.readAllBytes(input);
      for (long seed = 0; seed < NEIGHBOURS; seed++) {
        var near = neighbour(bytes, new Random(seed));
        assertThatCode(() -> target.read(near))
            .as("%s, seed %d", input, seed)
            .doesNotThrowAnyException();
      }
    }
  }

  private static byte[] neighbour(byte[] bytes, Random random) {
    var near = bytes.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && near.length > 0; i--) {
      int at = random.nextInt(near.length);
      switch (random.nextInt(3)) {
        case 0 -> near[at] = (byte) random.nextInt(256);
        case 1 -> near[at] = near[random.nextInt(near.length)];
        default -> near = Arrays.copyOf(near, at);
      }
    }
    return near;
  }

  @ParameterizedTest
  @EnumSource
  @EnabledIfSystemProperty(
      named = "crawler.soak",
      matches = "true",
      disabledReason = "minutes of fuzzing; run with -Psoak")
  void aFuzzerFindsNothing(FuzzTarget target, @TempDir Path corpus) throws Exception {
    var log = corpus.resolveSibling(target + ".log");
    var fuzzer = new ProcessBuilder(command(target, corpus)).redirectErrorStream(true);

    var process = fuzzer.redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(SECONDS + 120L, TimeUnit.SECONDS);

    process.destroyForcibly();
    assertThat(ended).as("the fuzzer hangs").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  /// New inputs go to the temporary folder; one that breaks a law is kept beside the others.
  private static List<String> command(FuzzTarget target, Path corpus) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target.type().getName(),
        "--instrumentation_includes=dev.crawler.**:org.jsoup.**",
        "-max_total_time=" + SECONDS,
        "-timeout=10",
        "-max_len=8192",
        "-artifact_prefix=" + target.folder() + "/",
        corpus.toString(),
        target.folder().toString());
  }
}
