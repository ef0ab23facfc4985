package dev.crawler.cli.cluster;

import dev.crawler.cli.compare.jvm.LauncherFlags;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command, as a process of its own. What it says goes to files, so that nobody has to listen.
/// *Immutable, but what it stands for runs.*
///
/// @param name that tells it from others in what is reported
record CrawlerProcess(String name, Process process, Path output, Path complaints) {
  /// Names of a variable that all processes of a run inherit.
  private static final String MARK = "STARTED_BY_TEST";

  private static final int TOLD_LINES = 40;

  /// Starts a program that goes on as the command line.
  ///
  /// @param prefix a command that becomes that program, or none
  /// @param mark by which the process and those that it starts are found again
  static CrawlerProcess start(
      List<String> prefix,
      Class<?> program,
      Path folder,
      String name,
      String mark,
      List<String> arguments)
      throws IOException {
    var output = folder.resolve(name + ".out");
    var complaints = folder.resolve(name + ".err");
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(LauncherFlags.REQUIRED);
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(List.of("-cp", classPath(), program.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().put(MARK, mark);
    builder.redirectOutput(output.toFile()).redirectError(complaints.toFile());
    return new CrawlerProcess(name, builder.start(), output, complaints);
  }

  /// That of this JVM, but classes of tests come last: their doubles are to shadow nothing here.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .sorted(Comparator.comparing(entry -> entry.endsWith("test-classes")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// The processes of that mark that are alive.
  static List<ProcessHandle> alive(String mark) {
    return Proc.withEnvironment(MARK + "=" + mark).stream().filter(Proc::runs).toList();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /// Its exit code; empty when it has not ended by then.
  OptionalInt exitCode(Duration longest) throws InterruptedException {
    return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /// What it has said on standard error so far.
  List<String> said() {
    try {
      return Files.readAllLines(complaints);
    } catch (IOException e) {
      return List.of("unreadable: " + e);
    }
  }

  /// How it fares, for a report: the end of what it said.
  String story() {
    var lines = said();
    var last = lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size());
    var state = process.isAlive() ? "runs" : "exit code " + process.exitValue();
    return "--- %s (process %d): %s%n%s%n"
        .formatted(name, process.pid(), state, String.join("\n", last));
  }
}
