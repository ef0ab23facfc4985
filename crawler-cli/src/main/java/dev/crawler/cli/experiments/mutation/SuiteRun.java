package dev.crawler.cli.experiments.mutation;

import dev.crawler.cli.compare.jvm.LauncherFlags;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs test classes in processes of their own, each with as much patience as is told, until a test
/// fails. *Thread-safe.*
///
/// @param contracts where the tests are
/// @param patience of a contract with a crawl that does not end; shorter than in the build, because
///   most mutants that are noticed hang
/// @param silence after which a test that nothing ends counts as one that hangs
record SuiteRun(Contracts contracts, Duration patience, Duration silence) {
  private static final String MAIN = "dev.crawler.tck.suite.SuiteProcess";
  private static final String MARK = "@suite ";

  /// As the build starts them.
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmx1g", "-Dcom.sun.net.ssl.requireCloseNotify=true");

  /// Runs those classes, one process for each, until one does not pass.
  ///
  /// @param mutant folder of classes that come before all others; empty for none
  /// @param scratch folder for what the tests write
  SuiteEnd of(List<TestClass> tests, String mutant, Path scratch)
      throws IOException, InterruptedException {
    long before = System.nanoTime();
    var passed = 0;
    for (var test : tests) {
      var line = run(test, mutant, scratch);
      var kind = kindOf(line);
      if (kind != SuiteEnd.Kind.PASSED) {
        return new SuiteEnd(kind, afterWord(line), since(before));
      }
      passed += Integer.parseInt(afterWord(line));
    }
    return new SuiteEnd(SuiteEnd.Kind.PASSED, String.valueOf(passed), since(before));
  }

  private static Duration since(long before) {
    return Duration.ofNanos(System.nanoTime() - before);
  }

  private static SuiteEnd.Kind kindOf(String line) {
    return switch (line.split(" ", 2)[0]) {
      case "passed" -> SuiteEnd.Kind.PASSED;
      case "failed" -> SuiteEnd.Kind.FAILED;
      case "hung" -> SuiteEnd.Kind.HUNG;
      default -> SuiteEnd.Kind.DIED;
    };
  }

  private static String afterWord(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  /// What the process tells.
  private String run(TestClass test, String mutant, Path scratch)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory(scratch, "tests-");
    var process =
        new ProcessBuilder(command(test, mutant, folder))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var told = "died without a word";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        told = line.startsWith(MARK) ? line.substring(MARK.length()) : told;
      }
      return process.waitFor() == 0 || !told.startsWith("passed") ? told : "died after its end";
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(TestClass test, String mutant, Path folder) throws IOException {
    var path = contracts.classPathOf(test.module());
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(LauncherFlags.REQUIRED);
    command.add("-Djava.io.tmpdir=" + folder);
    command.add("-Dcrawler.root=" + contracts.root());
    command.add("-Dcrawler.patience=" + patience.toSeconds());
    command.add("-Dcrawler.suite.silence=" + silence.toSeconds());
    command.add("-cp");
    command.add(mutant.isEmpty() ? path : mutant + File.pathSeparator + path);
    command.add(MAIN);
    command.add(test.name());
    return command;
  }
}
