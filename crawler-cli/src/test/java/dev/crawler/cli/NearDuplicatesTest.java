package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.server.AnswerServer;
import dev.crawler.tck.server.AnswerServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Near-duplicates as a person at the command line meets them. The site: `/NAME/N` are texts that
/// differ in a word or two, one text a NAME; `/empty/N` have none; `/gone/N` are errors.
class NearDuplicatesTest {
  private static final List<String> PAGES =
      List.of("/a/1", "/a/2", "/a/3", "/b/1", "/b/2", "/c/1", "/empty/1", "/empty/2", "/gone/1");

  @TempDir private Path folder;

  private static Reply answer(AnswerServer.Request request) {
    var path = request.target().split("/", -1);
    return switch (path[1]) {
      case "gone" -> Reply.of("404 Gone\r\nContent-Type: text/html", text("a"));
      case "empty" -> html("<title>" + request.target() + "</title>");
      case "a", "b", "c" -> html("<p>" + text(path[1]) + "<p>no. " + path[2]);
      default -> Reply.of("404 None", "");
    };
  }

  private static Reply html(String page) {
    return Reply.of("200 OK\r\nContent-Type: text/html", page);
  }

  /// A thousand words that hang on the name alone.
  private static String text(String name) {
    return new Random(name.hashCode())
        .ints(1_000, 0, 9_999)
        .mapToObj(i -> "w" + i)
        .collect(Collectors.joining(" "));
  }

  private Shell crawl(AnswerServer server, String... options) {
    var words = new ArrayList<>(List.of("crawl", "-q", "--delay", "0"));
    words.addAll(List.of(options));
    PAGES.forEach(page -> words.add(server.url(page)));
    return Shell.run(words.toArray(String[]::new));
  }

  @Tag("spec:M4")
  @Test
  void theReportHasGroupsTheGreatestFirst() throws IOException {
    var file = folder.resolve("report");
    try (var server = AnswerServer.start(NearDuplicatesTest::answer)) {
      var shell = crawl(server, "--near-duplicates", "--report=" + file);

      assertThat(shell.code()).isZero();
      assertThat(Files.readAllLines(file))
          .endsWith(
              "       5  nearly the same as another         in 2 groups, of 6 pages",
              "       3  nearly the same                    "
                  + urls(server, "/a/1", "/a/2", "/a/3"),
              "       2  nearly the same                    " + urls(server, "/b/1", "/b/2"));
    }
  }

  private static String urls(AnswerServer server, String... pages) {
    return Stream.of(pages).map(server::url).collect(Collectors.joining(" "));
  }

  @Tag("spec:M4")
  @Tag("spec:M1")
  @Test
  void aLogHasThemAsEvents() throws IOException {
    try (var server = AnswerServer.start(NearDuplicatesTest::answer)) {
      var log = crawl(server, "--near-duplicates", "--report=-", "--log-format", "json").err();

      assertThat(log)
          .contains("\"pages\":6,\"doubled\":5,\"groups\":2}")
          .contains("\"event\":\"duplicate_group\"")
          .contains(
              "\"examples\":[\"" + server.url("/b/1") + "\",\"" + server.url("/b/2") + "\"]}");
    }
  }

  @Tag("spec:C6")
  @Test
  void theFieldIsThereForWhoAsksForIt() throws IOException {
    try (var server = AnswerServer.start(NearDuplicatesTest::answer)) {
      assertThat(crawl(server).out()).doesNotContain("simhash");
      assertThat(crawl(server, "--near-duplicates").out().lines())
          .filteredOn(line -> line.matches(".*,\"simhash\":\"[0-9a-f]{16}\",\"attempts\".*"))
          .hasSize(7);
      assertThat(crawl(server, "--fields", "simhash").out().lines())
          .filteredOn(line -> line.matches("\\{\"simhash\":\"[0-9a-f]{16}\"}"))
          .hasSize(7);
      assertThat(crawl(server, "--format", "csv").out()).doesNotContain("simhash");
      assertThat(crawl(server, "--format", "csv", "--near-duplicates").out())
          .containsPattern("unfollowed,simhash,attempts,")
          .containsPattern(",[0-9a-f]{16},1,");
    }
  }

  @Test
  void withoutTheOptionAReportSaysNothingOfThem() throws IOException {
    try (var server = AnswerServer.start(NearDuplicatesTest::answer)) {
      assertThat(crawl(server, "--report=-").err())
          .contains("http_error: 404")
          .doesNotContain("same");
    }
  }
}
