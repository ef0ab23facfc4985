package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.server.AnswerServer;
import dev.crawler.tck.server.AnswerServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sitemaps as input and earlier outputs, as a person at the command line meets them.
class FormatsTest {
  @TempDir private Path folder;

  private static Reply answer(AnswerServer.Request request) {
    return switch (request.target()) {
      case "/s.txt" -> Reply.of("200 OK", "http://" + request.field("Host") + "/page");
      case "/page" ->
          request.field("If-None-Match").equals("\"v\"")
              ? Reply.of("304 Not Modified", "")
              : Reply.of("200 OK\r\nContent-Type: text/html\r\nETag: \"v\"", "<title>T</title>");
      default -> Reply.of("404 None", "");
    };
  }

  @Tag("spec:T1")
  @Tag("spec:V2")
  @Test
  void aCrawlOfASitemapCanBeGoneOnFrom() throws IOException {
    var first = folder.resolve("first.jsonl").toString();
    try (var server = AnswerServer.start(FormatsTest::answer)) {
      var sitemap = server.url("/s.txt");
      var once = Shell.run("crawl", "--delay", "0", "--sitemap", sitemap, "-o", first);
      var again = Shell.run("crawl", "--delay", "0", "--sitemap", sitemap, "--since", first);

      assertThat(once.code()).isZero();
      assertThat(once.err()).contains("1 sitemap read, 0 failed: 1 URL");
      assertThat(again.code()).isZero();
      assertThat(again.out()).contains("\"etag\":\"\\\"v\\\"\",\"not_modified\":true");
      assertThat(again.out()).contains("\"title\":\"T\"");
    }
  }

  @Tag("spec:T2")
  @Test
  void whenSitemapsListNothingThereIsNoInput() throws IOException {
    try (var server = AnswerServer.start(FormatsTest::answer)) {
      var shell = Shell.run("crawl", "--delay", "0", "--sitemap", server.url("/none.xml"));

      assertThat(shell.code()).isEqualTo(7);
      assertThat(shell.err())
          .contains("none.xml is left out: status 404")
          .endsWith("crawler: no URLs in the sitemaps\n");
    }
  }

  @Tag("spec:T2")
  @Test
  void aSitemapInAFileIsAList() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("s.xml"), "<urlset><url><loc>http://b/</loc></url></urlset>");
    var page = Files.writeString(folder.resolve("p.html"), "<html>").toString();

    var shell = Shell.run("crawl", "-e", "canned", "--fields", "url", "--sitemap", file.toString());

    assertThat(shell.out()).isEqualTo("{\"url\":\"http://b/\"}\n");
    assertThat(Shell.run("crawl", "--sitemap", page).err())
        .isEqualTo("crawler: cannot read " + page + ": it is no sitemap\n");
    assertThat(Shell.run("crawl", "--sitemap", page).code()).isEqualTo(7);
    assertThat(Shell.run("crawl", "--sitemap", "ftp://ex.com/").code()).isEqualTo(2);
  }

  @Tag("spec:V4")
  @Test
  void aFileThatIsNoOutputIsRefusedWithTheLine() throws IOException {
    var file = Files.writeString(folder.resolve("urls.txt"), "\nhttp://a/\n").toString();

    var shell = Shell.run("crawl", "-e", "canned", "--since", file, "http://a/");

    assertThat(shell.code()).isEqualTo(7);
    assertThat(shell.err()).isEqualTo("crawler: cannot read " + file + ": line 2: not JSON\n");
  }

  @Tag("spec:V4")
  @Test
  void aConditionOfOnesOwnIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("none.jsonl"), "").toString();

    var shell =
        Shell.run("crawl", "-e", "canned", "-H", "If-None-Match: x", "--since", file, "http://a/");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).last().asString().contains("If-None-Match");
  }
}
