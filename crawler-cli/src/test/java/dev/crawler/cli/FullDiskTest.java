package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.server.AnswerServer;
import dev.crawler.tck.server.AnswerServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file system of one megabyte, which runs full. Only root may mount one: for others these tests
/// are skipped.
@Timeout(60)
@Tag("fault:D5")
@Tag("promise:P21")
class FullDiskTest {
  @TempDir private Path folder;

  private @Nullable SmallDisk mounted;
  private Path disk = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    mounted = SmallDisk.mount(folder);
    disk = mounted.folder();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted != null) {
      mounted.close();
    }
  }

  @Test
  void linesThatAreLeftAreWhole() throws IOException {
    var output = disk.resolve("out.jsonl").toString();

    var shell = Shell.run("crawl", "-e", "canned", "-o", output, "http://a/endless");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.err()).contains("crawler: cannot write " + output + ": No space left");
    var left = Files.readString(onlyFile());
    assertThat(left).endsWith("}\n").hasSizeGreaterThan(900_000);
    assertThat(left.lines()).allMatch(line -> line.startsWith("{\"schema\":1,"));
  }

  @Test
  void rowsThatAreLeftAreWhole() throws IOException {
    var output = disk.resolve("out.csv").toString();

    var shell =
        Shell.run("crawl", "-e", "canned", "--format", "csv", "-o", output, "http://a/endless");

    assertThat(shell.code()).isEqualTo(6);
    var left = Files.readString(onlyFile());
    assertThat(left).startsWith("schema,url,").endsWith("\r\n").hasSizeGreaterThan(900_000);
    assertThat(left.lines().skip(1)).allMatch(line -> line.startsWith("1,http://a/endless,ok,"));
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.list(disk)) {
      return files.toList().getFirst();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--stats", "--report"})
  void whatIsToldAtTheEndAndHasNoRoomIsTold(String option) throws IOException {
    fill();
    var file = disk.resolve("told").toString();

    var shell = Shell.run("crawl", "-e", "canned", option, file, "http://a/robots");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.err()).contains("crawler: cannot write " + file + ": No space left");
    assertThat(shell.out()).contains("http://a/robots");
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void anArchiveThatHasNoRoomIsTold() throws IOException {
    fill();
    var archive = disk.resolve("site.warc").toString();

    var shell = Shell.run("crawl", "-e", "canned", "--warc", archive, "http://a/");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.err()).contains("crawler: cannot write " + archive + ": No space left");
    assertThat(Path.of(archive)).doesNotExist();
  }

  /// Room for the seeds, and not for what a robots.txt says of sitemaps.
  @Test
  void aStateThatHasNoRoomIsTold() throws IOException {
    var sitemaps = "Sitemap: http://a.example/%s\n".formatted("x".repeat(1000)).repeat(100);
    new SmallDisk(disk).leave(64);
    try (var server = AnswerServer.start(_ -> Reply.of("200 OK", sitemaps))) {
      var output = folder.resolve("out.jsonl").toString();

      var shell =
          Shell.run(
              "crawl", "-o", output, "--state", disk.resolve("s").toString(), server.url("/"));

      assertThat(shell.code()).as(shell.err()).isEqualTo(6);
      assertThat(shell.err())
          .contains("crawler: cannot write " + output + " or its state: No space left");
    }
  }

  private void fill() throws IOException {
    try (var filler = Files.newOutputStream(disk.resolve("filler"))) {
      for (int kib = 0; kib < 2048; kib++) {
        filler.write(new byte[1024]);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
    assertThat(List.of(disk.toFile().getUsableSpace())).containsExactly(0L);
  }
}
