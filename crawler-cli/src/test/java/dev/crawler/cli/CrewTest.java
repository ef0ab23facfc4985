package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The options about processes, and the command that makes one of them a worker.
final class CrewTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-e virtual --workers 2 | --workers is for --engine processes",
        "-e virtual --topology grid | --topology is for --engine processes",
        "-e virtual --cluster h:1 | --cluster is for --engine processes",
        "-e virtual --cluster-name a | --cluster-name is for --engine processes",
        "-e canned --topology client | --topology client needs --cluster HOST:PORT",
        "-e canned --cluster h:1 | --cluster is for --topology client",
        "-e canned --cluster-name a | --cluster-name is for --topology client",
        "-e canned --topology client --cluster h:1 --workers 2 | --workers is for --topology grid",
        "-e canned --topology ring | 'ring' is not one of grid, client",
        "-e canned --workers 0 | workers must be from 1 to 64, not 0",
        "-e canned --workers many | 'many' is not a whole number",
        "-e canned --topology client --cluster h | 'h' is not an address; write HOST:PORT",
        "-e canned --topology client --cluster h:1, | '' is not an address; write HOST:PORT",
        "-e canned --topology client --cluster h:1 --cluster-name a/b | the name of a cluster is",
      })
  @Tag("spec:G13")
  void whatMakesNoSenseIsRefusedInOneLine(String options, String expected) {
    var shell = Shell.run(("crawl http://a/ " + options).split(" "));

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).singleElement().asString().contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "worker --listen 10.0.0.1:5701 | 10.0.0.1:5701, without password or encryption: say"
            + " --expose",
        "worker --listen 0.0.0.0:5701 | say --expose",
        "worker --listen 127.0.0.1 | '127.0.0.1' is not an address",
        "worker --join a:0 | a port is a number from 1 to 65535, not 0",
        "worker --cluster-name -x | Expected parameter for option '--cluster-name'",
      })
  @Tag("spec:G12")
  void aWorkerThatCannotBeIsRefusedInOneLine(String line, String expected) {
    var shell = Shell.run(line.split(" "));

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).singleElement().asString().contains(expected);
  }

  @Test
  void theSummaryCountsWorkersAndThoseThatWereLost() throws IOException {
    var stats = folder.resolve("stats.json");

    var shell =
        Shell.run(
            "crawl", "-e", "canned", "--workers", "3", "--stats", stats.toString(), "http://a/");

    assertThat(shell.code()).isZero();
    assertThat(shell.err()).contains("crawler: 3 workers, 1 lost\n");
    assertThat(Files.readString(stats)).contains("\"workers\":3,\"workers_lost\":1");
  }

  @Test
  void aClusterIsHandedToTheEngine() {
    var variables =
        Map.of(
            "CRAWLER_TOPOLOGY",
            "client",
            "CRAWLER_CLUSTER",
            "a:1, [::1]:2",
            "CRAWLER_ENGINE",
            "canned");

    var shell =
        Shell.runWithin(
            variables, "crawl", "--log-format", "json", "--progress", "off", "http://a/");

    assertThat(shell.code()).isZero();
    assertThat(shell.err()).contains("\"workers\":2,\"workers_lost\":1");
  }

  @Test
  void aWorkerListensAtTheNextPortThatIsFree() throws IOException {
    try (var first = new ServerSocket()) {
      first.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

      var taken = Shell.run("worker", "--listen", "127.0.0.1:" + first.getLocalPort());
      var free = Shell.run("worker", "--cluster-name", "lost", "--join", "a:1,b:2");

      assertThat(taken.code()).isEqualTo(1);
      assertThat(taken.complaints())
          .singleElement()
          .asString()
          .startsWith("crawler: cannot listen on 127.0.0.1:" + first.getLocalPort() + ": ");
      assertThat(free.code()).isEqualTo(1);
      assertThat(free.complaints().getFirst())
          .matches("crawler: 127\\.0\\.0\\.1:57\\d\\d \\[a:1, b:2\\] lost");
      assertThat(free.complaints().getLast()).isEqualTo("crawler: the cluster fell apart");
    }
  }

  @Tag("spec:G12")
  @Test
  void anExposedWorkerSaysOnceWhatItExposes() {
    var shell =
        Shell.run("worker", "--listen", "0.0.0.0:5789", "--expose", "--cluster-name", "lost");

    assertThat(shell.complaints())
        .filteredOn(line -> line.contains("no TLS and no authentication"))
        .singleElement()
        .asString()
        .contains("0.0.0.0:5789", "closed network");
  }

  @Test
  void partFilesGoWithTheWorkerUnlessTheUserNamesTheirFolder() {
    var named = folder.resolve("named");

    var kept = Shell.run("worker", "--cluster-name", "lost", "--folder", named.toString());
    var gone = Shell.run("worker", "--cluster-name", "lost");

    assertThat(kept.err()).contains("folder " + named);
    assertThat(named.resolve("part")).hasContent("a record");
    assertThat(place(gone)).doesNotExist();
  }

  @Tag("spec:G2")
  @Test
  void recordsOfACrawlThatIsNotOverStayWhereItsCommandFindsThem() {
    var torn = Shell.run("worker", "--cluster-name", "torn");

    assertThat(place(torn).resolve("job-1/worker-1.jsonl")).hasContent("a record");
  }

  private static Path place(Shell shell) {
    var line = shell.err().lines().filter(said -> said.contains("folder ")).findFirst();
    return Path.of(line.orElseThrow().replaceAll(".*folder ", ""));
  }

  @Test
  void aFolderThatCannotBeIsToldAsAnOutput() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    var shell = Shell.run("worker", "--folder", file.resolve("below").toString());

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.complaints()).hasSize(1);
  }
}
