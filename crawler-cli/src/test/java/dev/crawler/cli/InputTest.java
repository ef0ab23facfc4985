package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where seeds come from, and what happens when they do not.
class InputTest {
  private static final String EARLIER =
      """
      {"schema":1,"url":"http://a/","outcome":"ok","status":200}
      {"schema":1,"url":"http://a/slow","outcome":"failed","reason":"timeout"}
      {"schema":1,"url":"http://a/sick","outcome":"http_error","status":503}
      {"schema":1,"url":"http://a/busy","outcome":"http_error","status":429}
      {"schema":1,"url":"http://a/gone","outcome":"http_error","status":404}
      {"schema":1,"url":"http://a/moved","outcome":"redirect","status":301}
      {"schema":1,"url":"http://a/no","outcome":"excluded","reason":"robots"}
      {"schema":1,"url":"http://a/norobots","outcome":"excluded","reason":"robots_unavailable"}
      {"schema":1,"url":"http://a/left","outcome":"excluded","reason":"cancelled"}
      """;

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

  @Tag("spec:I3")
  @Test
  void whatFailedInAnEarlierOutputIsTriedAgain() throws IOException {
    var output = Files.writeString(folder.resolve("out.jsonl"), EARLIER).toString();

    var shell = crawl("", "--retry-failed", output);

    assertThat(shell.code()).isZero();
    assertThat(shell.out().lines())
        .containsExactly(
            "{\"url\":\"http://a/slow\"}",
            "{\"url\":\"http://a/sick\"}",
            "{\"url\":\"http://a/busy\"}",
            "{\"url\":\"http://a/norobots\"}",
            "{\"url\":\"http://a/left\"}");
  }

  @Tag("spec:I3")
  @Test
  void anOutputWithoutFailuresIsNoInput() throws IOException {
    var fine = EARLIER.lines().findFirst().orElseThrow() + "\n";
    var output = Files.writeString(folder.resolve("out.jsonl"), fine).toString();

    var shell = crawl("", "--retry-failed", output);

    assertThat(shell.code()).isEqualTo(7);
    assertThat(shell.err()).isEqualTo("crawler: no URLs in the failures of " + output + "\n");
  }

  @Tag("spec:I3")
  @Test
  void whatIsNoOutputIsToldByItsLine() throws IOException {
    var list = Files.writeString(folder.resolve("list"), "http://a/\n").toString();

    var shell = crawl("", "--retry-failed", list);

    assertThat(shell.code()).isEqualTo(7);
    assertThat(shell.err())
        .startsWith("crawler: cannot read the failures of " + list + ": line 1: ");
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
