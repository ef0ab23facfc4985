package dev.crawler.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A kept crawl on the command line: what must be said again, what is told of it, what is refused.
@Timeout(60)
class StateTest {
  private static final int MOST_PIECES = 50;

  @TempDir private Path folder;

  private SiteServer site;

  @BeforeEach
  void serve() {
    var plan = SitePlan.SMALL.hosts(3).pagesPerHost(12);
    site =
        SiteServer.start(
            Site.of(3, plan.without(Feature.SPELLINGS, Feature.CHAINS, Feature.OUTSIDE)));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Path output() {
    return folder.resolve("out");
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  /// A crawl of the site with its own output, not kept.
  private Shell undisturbed(Path output, String... options) {
    site.forget();
    return Shell.run(arguments(output, options));
  }

  private String[] arguments(Path output, String... options) {
    var arguments = new ArrayList<>(List.of("crawl", "-d", "unlimited", "--delay", "20ms"));
    arguments.addAll(List.of("--retry-wait", "10ms", "-o", output.toString()));
    arguments.addAll(List.of(options));
    arguments.addAll(site.seedUrls());
    return arguments.toArray(String[]::new);
  }

  /// Begins it, and has it stopped soon.
  private Shell begin(String... options) {
    site.forget();
    var kept = new ArrayList<>(List.of("--state", state(), "--max-duration", "200ms"));
    kept.addAll(List.of(options));
    var shell = Shell.run(arguments(output(), kept.toArray(String[]::new)));
    assertThat(shell.code()).as(shell.err()).isEqualTo(4);
    return shell;
  }

  /// Goes on with it, a piece at a time, saying nothing again; returns how the last one went.
  private Shell goOn(String... options) {
    var arguments = new ArrayList<>(List.of("crawl", "--state", state(), "--resume"));
    arguments.addAll(List.of(options));
    for (int piece = 0; piece < MOST_PIECES; piece++) {
      var shell = Shell.run(arguments.toArray(String[]::new));
      if (shell.code() != 4) {
        return shell;
      }
      assertThat(shell.err()).contains("going on: ");
    }
    throw new AssertionError("the crawl does not end in " + MOST_PIECES + " pieces");
  }

  private static List<String> sorted(Path output) throws IOException {
    return Files.readString(output, UTF_8).lines().sorted().toList();
  }

  @Tag("spec:J1")
  @Tag("spec:J6")
  @Test
  void inPiecesAndWithoutItsOptionsItEndsWithTheSameRecords() throws IOException {
    var whole = folder.resolve("whole");
    var fields = "--fields=url,outcome,reason,status,title,links";
    assertThat(undisturbed(whole, fields).code()).isZero();
    begin(fields);

    var last = goOn();

    assertThat(last.code()).as(last.err()).isZero();
    assertThat(sorted(output())).isEqualTo(sorted(whole)).hasSizeGreaterThan(20);
    assertThat(last.err()).contains("of them in this run");
  }

  @Tag("spec:J1")
  @Test
  void asCsvItHasItsFieldNamesOnce() throws IOException {
    var whole = folder.resolve("whole");
    var options = new String[] {"--format", "csv", "--fields=url,outcome,reason,status,title"};
    undisturbed(whole, options);
    begin(options);

    var last = goOn();

    assertThat(last.code()).as(last.err()).isZero();
    assertThat(Files.readString(output())).startsWith("url,outcome,");
    assertThat(sorted(output())).isEqualTo(sorted(whole)).hasSizeGreaterThan(20);
  }

  @Tag("spec:J7")
  @Test
  void whatIsToldAtItsEndIsOfTheWholeCrawl() throws IOException {
    var figures = folder.resolve("whole.stats");
    var losses = folder.resolve("whole.report");
    var stats = folder.resolve("stats");
    var report = folder.resolve("report");
    undisturbed(
        folder.resolve("whole"), "--stats", figures.toString(), "--report", losses.toString());
    begin("--fail-on", "http_error,excluded");

    var last = goOn("--stats", stats.toString(), "--report", report.toString());
    var again = goOn("--stats", stats + "2", "--report", report + "2");

    assertThat(last.code()).as(last.err()).isEqualTo(3);
    assertThat(again.code()).as(again.err()).isEqualTo(3);
    assertThat(again.err()).contains("the crawl is finished");
    for (var field : List.of("records", "outcomes", "failed_reasons", "excluded_reasons")) {
      assertThat(field(stats, field)).isEqualTo(field(figures, field)).isNotEmpty();
      assertThat(field(Path.of(stats + "2"), field)).isEqualTo(field(figures, field));
    }
    assertThat(field(stats, "body_bytes")).isEqualTo(field(figures, "body_bytes"));
    assertThat(field(Path.of(stats + "2"), "records_of_this_run")).isEqualTo("0");
    assertThat(Files.readString(report)).contains("excluded: robots");
    assertThat(sums(report)).isEqualTo(sums(losses));
    assertThat(sums(Path.of(report + "2"))).isEqualTo(sums(losses));
  }

  private static String field(Path stats, String name) throws IOException {
    var value =
        Pattern.compile("\"" + name + "\":(\\{[^}]*}|[^,}]*)").matcher(Files.readString(stats));
    assertThat(value.find()).as(name).isTrue();
    return value.group(1);
  }

  /// Lines of records that were lost: links that were out of scope are of one run.
  private static List<String> sums(Path report) throws IOException {
    return Files.readString(report)
        .lines()
        .filter(line -> !line.contains("not_recorded"))
        .map(line -> line.replaceAll("http://\\S+", "…")) // an example
        .sorted()
        .toList();
  }

  @Tag("spec:J6")
  @Tag("fault:D21")
  @Test
  void anOptionThatChangesTheResultIsRefused() {
    begin();

    var shell = goOn("--depth", "3");

    assertThat(shell.code()).isEqualTo(5);
    assertThat(shell.complaints())
        .containsExactly(
            "crawler: cannot resume %s: it was begun with --depth 'unlimited', not '3': the result"
                    .formatted(state())
                + " would be of two kinds");
  }

  @Tag("spec:J6")
  @Test
  void aHeaderIsNotKeptAndMustBeGivenAgain() throws IOException {
    begin("-H", "X-Secret: opensesame");

    var without = goOn();
    var with = goOn("-H", "X-Secret: opensesame");

    assertThat(without.code()).isEqualTo(5);
    assertThat(without.err()).contains("it was begun with another --header");
    assertThat(with.code()).as(with.err()).isZero();
    assertThat(Files.readString(Path.of(state(), "journal"), ISO_8859_1))
        .doesNotContain("opensesame");
  }
}
