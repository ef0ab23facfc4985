package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Where records go, and what happens when they cannot.
@Timeout(60)
class OutputTest {
  @TempDir private Path folder;

  private static Shell crawl(String output, String... urls) {
    var words = new String[urls.length + 5];
    System.arraycopy(new String[] {"crawl", "-e", "canned", "-o", output}, 0, words, 0, 5);
    System.arraycopy(urls, 0, words, 5, urls.length);
    return Shell.run(words);
  }

  /// A reader that hung up.
  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }

  @Test
  void aFileAppearsWhole() throws IOException {
    var output = folder.resolve("out.jsonl");

    var shell = crawl(output.toString(), "http://a/", "http://b/");

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).isEmpty();
    assertThat(Files.readAllLines(output)).hasSize(2).allMatch(line -> line.endsWith("}"));
    assertThat(folder)
        .isDirectoryContaining("glob:**.jsonl")
        .isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aMissingFolderIsFoundBeforeTheCrawl() {
    var output = folder.resolve("missing").resolve("out.jsonl").toString();

    var shell = crawl(output, "http://a/");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.complaints())
        .singleElement()
        .asString()
        .startsWith("crawler: cannot write " + output + ": ");
  }

  @Test
  void aFullDiskIsTold() {
    var shell = crawl("/dev/full", "http://a/");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.err()).contains("crawler: cannot write /dev/full: ");
  }

  @Tag("spec:F3")
  @Test
  void aFullDiskForWhatWaitsIsTold() {
    var shell = Shell.run("crawl", "-q", "-e", "canned", "http://a/full");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.err())
        .isEqualTo("crawler: cannot write the URLs that wait: No space left on device\n");
  }

  @Test
  void aClosedPipeEndsEvenACrawlThatHasNothingMoreToWrite() {
    var shell =
        Shell.runInto(
            new ClosedPipe(), "", "crawl", "-q", "-e", "canned", "http://a/", "http://a/hang");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.err()).isEqualTo("crawler: cannot write standard output: Broken pipe\n");
  }

  @Test
  void aClosedPipeEndsAnEndlessCrawl() {
    var shell = Shell.runInto(new ClosedPipe(), "", "crawl", "-e", "canned", "http://a/endless");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.err()).isEqualTo("crawler: cannot write standard output: Broken pipe\n");
  }

  @Test
  void statisticsInAMissingFolderAreRefusedBeforeTheCrawl() {
    var stats = folder.resolve("missing").resolve("stats.json").toString();

    var shell = Shell.run("crawl", "-e", "canned", "--stats", stats, "http://a/endless");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.complaints()).hasSize(1);
  }

  @Tag("spec:O6")
  @Test
  void noOutputFollowsALink() throws IOException {
    var victim = Files.writeString(folder.resolve("victim"), "former");
    var output = Files.createSymbolicLink(folder.resolve("out.jsonl"), victim);
    var stats = Files.createSymbolicLink(folder.resolve("stats.json"), victim);

    var shell =
        Shell.run(
            "crawl",
            "-e",
            "canned",
            "-o",
            output.toString(),
            "--stats",
            stats.toString(),
            "http://a/");

    assertThat(shell.code()).isZero();
    assertThat(victim).content().isEqualTo("former");
    assertThat(output).content().contains("http://a/");
    assertThat(stats).content().contains("\"engine\":\"canned\"");
  }

  @Test
  void chosenFieldsAloneAreWritten() {
    var shell =
        Shell.run(
            "crawl", "-e", "canned", "--fields", "url, links,outcome", "--no-links", "http://a/");

    assertThat(shell.out()).isEqualTo("{\"url\":\"http://a/\",\"outcome\":\"ok\"}\n");
  }
}
