package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a URL, and that nothing but its robots.txt is asked for.
@Tag("spec:I2")
@Timeout(60)
final class ExplainTest {
  private static final String ROBOTS =
      """
      User-agent: *
      Crawl-delay: 2

      Disallow: /private
      Allow: /private/open
      """;

  @TempDir private Path folder;

  private static String explain(String... args) {
    var words = new String[args.length + 1];
    words[0] = "explain";
    System.arraycopy(args, 0, words, 1, args.length);
    var shell = Shell.run(words);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.err()).isEmpty();
    return shell.out();
  }

  @Test
  void aUrlThatWouldBeFetchedIsExplainedLineByLine() throws IOException {
    try (var server = RobotsServer.start(200, ROBOTS)) {
      var url = server.url("/private/open/%7Ex?#top");
      var request = server.url("/private/open/%7Ex?");
      var host = request.substring("http://".length(), request.indexOf("/private"));

      var said = explain(url);

      assertThat(said)
          .isEqualTo(
              """
              given    %s
              request  %s
              key      %s
                       the fragment is not sent
                       escapes are told apart by what they stand for, not by how they are written
              host     %s
              seed     yes
              scope    host; a seed belongs whatever the scope
              include  none is given
              exclude  none is found in it
              trap     no
              address  127.0.0.1, loopback: allowed, since its origin was named as a seed
              robots   %s: status 200, its rules bind
              agent    line 1: User-agent: *
              rule     line 5: Allow: /private/open
              delay    2.0 s, where robots.txt asks for 2.0 s
              verdict  would be fetched
              """
                  .formatted(
                      url,
                      request,
                      server.url("/private/open/~x"),
                      host,
                      server.url("/robots.txt")));
      assertThat(server.paths()).containsExactly("/robots.txt");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | /private/x | | excluded: robots",
        "200 | /private/x | --robots ignore | would be fetched",
        "200 | /private/x | -A other/1 | excluded: robots",
        "404 | /private/x | | would be fetched",
        "403 | /x | | would be fetched",
        "503 | /x | | excluded: robots_unavailable",
        "429 | /x | | excluded: robots_unavailable",
        "200 | /a/a/a/a | | excluded: trap",
        "200 | /x | --exclude /x$ | excluded: scope",
        "200 | /x | --include y | excluded: scope",
        "200 | /x | --seed http://127.0.0.1:1/ | out of scope: counted, without a record",
        "200 | /x | --seed http://127.0.0.1:1/ --scope any | excluded: address",
        "200 | /x | --seed http://127.0.0.1:1/ --scope any --allow-private | would be fetched",
        "200 | /x | --seed http://127.0.0.1:1/ --scope page | out of scope: counted,",
      })
  void theVerdictIsTheSessions(int status, String path, String options, String verdict)
      throws IOException {
    try (var server = RobotsServer.start(status, ROBOTS)) {
      var words = options == null ? new String[0] : options.split(" ");
      var args = new String[words.length + 1];
      System.arraycopy(words, 0, args, 0, words.length);
      args[words.length] = server.url(path);

      var said = explain(args);

      assertThat(said).contains("verdict  " + verdict);
      assertThat(server.paths()).allMatch("/robots.txt"::equals);
    }
  }

  @Test
  void theSameCrawlEndsSo() throws IOException {
    try (var server = RobotsServer.start(200, ROBOTS)) {
      var url = server.url("/private/x");

      var crawled = Shell.run("crawl", "-q", "-e", "serial", "--fields", "outcome,reason", url);

      assertThat(crawled.out()).isEqualTo("{\"outcome\":\"excluded\",\"reason\":\"robots\"}\n");
      assertThat(explain(url)).contains("rule     line 4: Disallow: /private\n");
    }
  }

  @Test
  void aRobotsTxtThatMovedIsFollowed() throws IOException {
    try (var target = RobotsServer.start(200, "User-agent: *\nDisallow: /");
        var server = RobotsServer.start(301, target.url("/elsewhere"))) {
      var said = explain("--allow-private", server.url("/x"));

      assertThat(said)
          .contains("robots.txt: status 301, moved to " + target.url("/elsewhere"))
          .contains("elsewhere: status 200, its rules bind")
          .contains("rule     line 2: Disallow: /\n", "verdict  excluded: robots\n");
    }
  }

  @Test
  void aSeedThatIsNotFetchedLeadsNowhere() throws IOException {
    try (var server = RobotsServer.start(200, ROBOTS)) {
      var said = explain("--seed", server.url("/private/"), server.url("/x"));

      assertThat(said)
          .contains("scope    host 127.0.0.1", "that of seed " + server.url("/private/"))
          .contains("verdict  not found: no seed is fetched that might link to it\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mailto:x@y, unsupported_scheme, scheme mailto is not crawled",
    "http://a:99999/, invalid_url, port",
    "http://[::1/, invalid_url, ''",
  })
  void whatIsNoUrlIsToldWhy(String text, String reason, String why) {
    assertThat(explain(text)).contains("no URL   ", why, "verdict  excluded: " + reason);
  }

  @Test
  void aScriptGetsTheSameAsJson() throws IOException {
    try (var server = RobotsServer.start(200, ROBOTS)) {
      var said = explain("--json", server.url("/private"));

      assertThat(said)
          .startsWith("{\"schema\":1,\"given\":\"" + server.url("/private") + "\",\"error\":null,")
          .contains("\"robots_rule\":{\"line\":4,\"text\":\"Disallow: /private\"}")
          .contains("\"crawl_delay_ms\":2000,\"delay_ms\":2000")
          .endsWith("\"verdict\":\"excluded\",\"reason\":\"robots\"}\n")
          .hasLineCount(1);
    }
  }

  @Test
  void aFileOfACrawlServesHereToo() throws IOException {
    try (var server = RobotsServer.start(200, ROBOTS)) {
      var file = folder.resolve("crawl.conf");
      Files.writeString(file, "engine = serial\noutput = x\nrobots = ignore\nexclude = p.i\n");

      var said = explain("--config", file.toString(), server.url("/private"));

      assertThat(said).contains("exclude  'p.i' is found in it", "verdict  excluded: scope");
      assertThat(server.paths()).isEmpty();
    }
  }

  @Test
  void nothingOfARobotsTxtReachesTheTerminalRaw() throws IOException {
    try (var server = RobotsServer.start(200, "User-agent: *\nDisallow: /#\u001b[2J\u009b\u202e")) {
      var said = explain(server.url("/x"));
      var json = explain("--json", server.url("/x"));

      assertThat(said.replace("\n", "")).contains("Disallow: /#?[2J??").matches("\\P{Cntrl}+");
      assertThat(json.strip()).contains("\\u001B[2J\\u009B\\u202E").matches("\\p{Print}+");
    }
  }

  @Test
  void credentialsAreNotShown() throws IOException {
    try (var server = RobotsServer.start(404, "")) {
      var url = server.url("/x").replace("//", "//me:secret@");

      assertThat(explain(url)).doesNotContain("secret");
      assertThat(explain("--json", url)).doesNotContain("secret");
    }
  }
}
