package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where seeds come from, and what happens when they do not.
class InputTest {
  @TempDir private Path folder;

  private static Shell crawl(String input, String... args) {
    var words = new String[args.length + 5];
    System.arraycopy(new String[] {"crawl", "-e", "canned", "--fields", "url"}, 0, words, 0, 5);
    System.arraycopy(args, 0, words, 5, args.length);
    return Shell.runWithInput(input, words);
  }

  @Test
  void argumentsComeFirstAndThenTheListsInTheirOrder() throws IOException {
    var list = Files.writeString(folder.resolve("list"), "http://c/\r\n\r\n# no\nd.org/x # note\n");

    var shell = crawl("http://e/", "-i", list.toString(), "http://a/", "-i", "-", "http://b/");

    assertThat(shell.code()).isZero();
    assertThat(shell.out().lines())
        .containsExactly(
            "{\"url\":\"http://a/\"}",
            "{\"url\":\"http://b/\"}",
            "{\"url\":\"http://c/\"}",
            "{\"url\":\"https://d.org/x\"}",
            "{\"url\":\"http://e/\"}");
  }

  @Test
  void aListMayBeReadTwice() throws IOException {
    var list = Files.writeString(folder.resolve("list"), "http://c/").toString();

    var shell = crawl("", "-i", list, "--input=" + list);

    assertThat(shell.out().lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing\n   \n\uFEFF"})
  void aListThatSaysNothingIsNoInput(String text) {
    var shell = crawl(text, "-i", "-");

    assertThat(shell.code()).isEqualTo(7);
    assertThat(shell.err()).isEqualTo("crawler: no URLs in standard input\n");
  }

  @Test
  void aListOfBadLinesIsStillAList() {
    var shell = crawl("this is no URL\nmailto:x@y\n", "-i", "-");

    assertThat(shell.code()).isZero();
    assertThat(shell.out().lines()).hasSize(2);
  }

  @Test
  void aMissingListIsNamedBeforeAnythingIsWritten() {
    var missing = folder.resolve("missing").toString();
    var output = folder.resolve("out");

    var shell = crawl("", "http://a/", "-i", missing, "-o", output.toString());

    assertThat(shell.code()).isEqualTo(7);
    assertThat(shell.err()).isEqualTo("crawler: cannot read " + missing + ": no such file\n");
    assertThat(output).doesNotExist();
  }

  @Test
  void aFolderIsNoList() {
    var shell = crawl("", "-i", folder.toString());

    assertThat(shell.code()).isEqualTo(7);
    assertThat(shell.err()).isEqualTo("crawler: cannot read " + folder + ": it is a folder\n");
  }

  @Test
  void aTornListIsAnErrorAndNotAShortCrawl() throws IOException {
    var list = folder.resolve("list.gz");
    Files.write(list, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});

    var shell = crawl("", "http://a/", "-i", list.toString());

    assertThat(shell.code()).isEqualTo(7);
    assertThat(shell.complaints())
        .singleElement()
        .asString()
        .startsWith("crawler: cannot read " + list + ": ");
  }
}
