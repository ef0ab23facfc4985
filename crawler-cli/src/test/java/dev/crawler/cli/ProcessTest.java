package dev.crawler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own can show: signals and pipes.
@Timeout(60)
class ProcessTest {
  @TempDir private Path folder;

  private final List<Process> processes = new ArrayList<>();
  private final StringBuilder complaints = new StringBuilder();
  private Reader errors = Reader.nullReader();

  private Process start(String... args) throws IOException {
    return startIn(System.getProperty("java.class.path"), args);
  }

  private Process startIn(String classPath, String... args) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(classPath);
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    var process = new ProcessBuilder(command).start();
    processes.add(process);
    errors = new InputStreamReader(process.getErrorStream(), UTF_8);
    return process;
  }

  /// All of standard error, once the process has ended.
  private String complaints() throws IOException {
    for (int c = errors.read(); c >= 0; c = errors.read()) {
      complaints.append((char) c);
    }
    return complaints.toString();
  }

  /// Returns when that has appeared on standard error.
  private void awaitComplaint(String text) throws IOException {
    while (complaints.indexOf(text) < 0) {
      int c = errors.read();
      assertThat(c).as(text).isNotNegative();
      complaints.append((char) c);
    }
  }

  /// Returns when the crawl is under way: the ticker has handed its first record on.
  private static BufferedReader awaitRecord(Process process) throws IOException {
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    assertThat(out.readLine()).startsWith("{");
    return out;
  }

  private static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @AfterEach
  void leaveNothingBehind() {
    processes.forEach(Process::destroyForcibly);
  }

  @Tag("fault:D4")
  @Tag("promise:P8")
  @Test
  void anInterruptedCrawlEndsWithItsSummaryAndSaysSoInItsCode() throws Exception {
    Interruptible.assume();
    var process = start("crawl", "-e", "canned", "http://a/", "http://a/hang", "http://a/last");
    var out = awaitRecord(process);

    signal(process, "INT");

    assertThat(out.readLine()).contains("http://a/last");
    assertThat(exitCode(process)).isEqualTo(130);
    assertThat(complaints()).contains("stopping", "2 records", "stopped before the end");
  }

  @Tag("promise:P8")
  @Test
  void aTerminatedCrawlLeavesAWholeFile() throws Exception {
    var output = folder.resolve("out.jsonl");
    var process =
        start(
            "crawl", "-e", "canned", "-o", output.toString(), "--progress", "on", "http://a/hang");
    awaitComplaint("limit: ");

    signal(process, "TERM");

    assertThat(exitCode(process)).isEqualTo(143);
    assertThat(output).exists();
  }

  @Tag("fault:D4")
  @Tag("promise:P8")
  @Test
  void aSecondSignalEndsAtOnce() throws Exception {
    Interruptible.assume();
    var process = start("crawl", "-e", "canned", "http://a/", "http://a/stubborn");
    awaitRecord(process);

    signal(process, "INT");
    awaitComplaint("stopping");
    signal(process, "INT");

    assertThat(exitCode(process)).isEqualTo(130);
    assertThat(complaints()).doesNotContain("records");
  }

  @Tag("fault:D4")
  @Tag("promise:P8")
  @Test
  void aCrawlThatHangsEndsAllTheSameAndKeepsWhatItHasWritten() throws Exception {
    var output = folder.resolve("out.jsonl");
    var process =
        start(
            "crawl",
            "-e",
            "canned",
            "-o",
            output.toString(),
            "--progress",
            "on",
            "http://a/",
            "http://a/stubborn");
    awaitComplaint("limit: ");

    signal(process, "TERM");

    assertThat(exitCode(process)).isEqualTo(143);
    assertThat(complaints()).contains("stopping", "something does not end");
    assertThat(output).content().startsWith("{").contains("http://a/").endsWith("}\n");
  }

  @Tag("fault:D6")
  @Tag("promise:P21")
  @Test
  void aReaderThatHangsUpEndsTheCrawl() throws Exception {
    var process = start("crawl", "-e", "canned", "http://a/endless");

    awaitRecord(process).close();

    assertThat(exitCode(process)).isEqualTo(6);
    assertThat(complaints()).hasLineCount(1).startsWith("crawler: cannot write standard output: ");
  }

  @Tag("fault:D4")
  @Test
  void aTerminatedWorkerLeavesAndRemovesWhatItWrote() throws Exception {
    var process = start("worker");
    awaitComplaint("folder ");
    awaitComplaint("\n");

    signal(process, "TERM");

    assertThat(exitCode(process)).isEqualTo(143);
    assertThat(complaints()).contains("leaving the cluster");
    assertThat(Path.of(complaints.toString().replaceAll("(?s).*folder (\\S+)\n.*", "$1")))
        .doesNotExist();
  }

  @Test
  void withoutTheModuleOfProcessesThereIsNoWorker() throws Exception {
    var visible =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains("test-classes"))
            .filter(entry -> !entry.contains("crawler-processes"))
            .collect(Collectors.joining(File.pathSeparator));
    var process = startIn(visible, "worker");

    assertThat(exitCode(process)).isEqualTo(2);
    assertThat(complaints())
        .isEqualTo("crawler: no workers here: crawler-processes is not on the class path\n");
  }

  @Test
  void theSiteEndsWithTheProcessThatHoldsItsInput() throws Exception {
    var process = start("site", "--hosts", "2", "--pages", "3", "--lifeline");
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    assertThat(out.readLine()).startsWith("http://127.0.0.");

    process.getOutputStream().close();

    assertThat(exitCode(process)).isZero();
  }
}
