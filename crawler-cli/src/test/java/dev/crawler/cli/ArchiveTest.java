package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.warc.WarcRecords;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--warc` leaves behind, whichever engine crawls.
@Timeout(300)
final class ArchiveTest {
  private static final Pattern ANSWERED =
      Pattern.compile("\"url\":\"([^\"]*)\".*\"status\":[0-9]+");

  @TempDir private Path folder;

  @Tag("spec:X1")
  @Test
  void everyEngineArchivesTheSameAnswers() throws Exception {
    try (var server = SiteServer.start(Site.of(5, SitePlan.SMALL))) {
      var archives = new ArrayList<List<String>>();

      for (var engine : Engines.ofOneProcess()) {
        server.forget();
        var shell = crawl(engine, server);
        assertThat(shell.code()).as(shell.err()).isZero();
        archives.add(answers(engine));
        assertThat(WarcRecords.complaints(archive(engine))).isEmpty();
        assertThat(targets(engine)).containsAll(answered(shell.out()));
      }

      assertThat(archives).hasSizeGreaterThan(2);
      assertThat(archives.getFirst()).hasSizeGreaterThan(20);
      assertThat(archives).allSatisfy(each -> assertThat(each).isEqualTo(archives.getFirst()));
    }
  }

  @Tag("spec:X6")
  @Test
  void anArchiveThatCannotBeWrittenIsFoundBeforeTheCrawl() {
    var archive = folder.resolve("missing").resolve("a.warc.gz").toString();

    var shell = Shell.run("crawl", "-e", "canned", "--warc", archive, "http://a/endless");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(shell.err())
        .isEqualTo("crawler: cannot write " + archive + ": no such file or folder\n");
  }

  @Tag("spec:X6")
  @Test
  void anArchiveIsNotBegunWhenTheRecordsCannotBeWritten() {
    var archive = folder.resolve("a.warc.gz").toString();
    var output = folder.resolve("missing").resolve("out.jsonl").toString();

    var shell =
        Shell.run("crawl", "-e", "canned", "--warc", archive, "-o", output, "http://a/endless");

    assertThat(shell.code()).isEqualTo(6);
    assertThat(folder).isEmptyDirectory();
  }

  @Tag("spec:X6")
  @ParameterizedTest
  @ValueSource(strings = {"a.warc", "./a.warc", "link.warc"})
  void oneFileIsNotUsedForBoth(String name) throws IOException {
    var output = Files.writeString(folder.resolve("a.warc"), "former");
    Files.createSymbolicLink(folder.resolve("link.warc"), output);
    var archive = folder + "/" + name;

    var shell =
        Shell.run("crawl", "-e", "canned", "--warc", archive, "-o", output.toString(), "http://a/");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).singleElement().asString().contains("the same file");
    assertThat(output).hasContent("former");
  }

  @Tag("spec:X6")
  @Test
  void aNameSaysWhatKindOfArchiveItIs() {
    var shell = Shell.run("crawl", "-e", "canned", "--warc", "archive.zip", "http://a/");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err())
        .isEqualTo("crawler: --warc must end in .warc or .warc.gz: archive.zip\n");
  }

  private Shell crawl(CrawlEngine engine, SiteServer server) {
    var input = String.join("\n", server.seedUrls());
    var options =
        "crawl -q -i - -d 100 --delay 0ms --retry-wait 1ms --max-crawl-delay 0ms -e %s --warc %s"
            .formatted(engine.name(), archive(engine));
    return Shell.runWithInput(input, options.split(" "));
  }

  private Path archive(CrawlEngine engine) {
    return folder.resolve(engine.name() + ".warc.gz");
  }

  /// Targets with their payloads, sorted.
  private List<String> answers(CrawlEngine engine) throws IOException {
    return WarcRecords.in(archive(engine)).of("response").stream()
        .map(one -> one.field("WARC-Target-URI") + " " + one.field("WARC-Payload-Digest"))
        .sorted()
        .toList();
  }

  private List<String> targets(CrawlEngine engine) throws IOException {
    return WarcRecords.in(archive(engine)).of("response").stream()
        .map(one -> one.field("WARC-Target-URI"))
        .toList();
  }

  private static List<String> answered(String lines) {
    return lines
        .lines()
        .map(ANSWERED::matcher)
        .filter(line -> line.find())
        .map(line -> line.group(1))
        .toList();
  }
}
