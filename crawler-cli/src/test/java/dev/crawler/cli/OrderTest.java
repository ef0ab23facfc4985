package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `--order input` and `--format`, as a user gives them.
@Timeout(120)
final class OrderTest {
  private static final Site SITE =
      Site.of(
          7, SitePlan.SMALL.without(Feature.SPELLINGS, Feature.CHAINS, Feature.TRANSIENT_FAULTS));

  @TempDir private Path folder;

  private static String[] crawl(String... options) {
    var usual = List.of("crawl", "-q", "--delay", "0", "--retry-wait", "1ms", "--allow-private");
    return Stream.concat(usual.stream(), Stream.of(options)).toArray(String[]::new);
  }

  private static List<String> urls(String records) {
    return records.lines().map(line -> line.replaceAll("\\{\"url\":\"(.*?)\".*", "$1")).toList();
  }

  /// Pages of a site in any order, with what else stands in lists.
  private static List<String> list(SiteServer server) {
    var found =
        Shell.runWithInput(
            String.join("\n", server.seedUrls()),
            crawl("-i", "-", "-d", "3", "--fields", "url,depth"));
    var list = new ArrayList<>(urls(found.out()));
    Collections.shuffle(list, new Random(7));
    list.add(list.size() / 2, "no url at all");
    return list;
  }

  @Test
  @Tag("spec:O4")
  void everyEngineWritesTheSameBytesInTheOrderOfTheList() throws IOException {
    try (var server = SiteServer.start(SITE)) {
      var list = list(server);
      var input = Files.write(folder.resolve("list"), list).toString();
      assertThat(list).hasSizeGreaterThan(30);

      for (var engine : Engines.ofOneProcess()) {
        server.forget();
        var shell =
            Shell.run(
                crawl(
                    "-i",
                    input,
                    "-i",
                    input,
                    "-e",
                    engine.name(),
                    "--order=input",
                    "--fields=url,outcome,reason,redirect_to,title,links,sha256"));

        assertThat(shell.code()).as(engine.name()).isZero();
        assertThat(urls(shell.out())).as(engine.name()).startsWith(list.toArray(String[]::new));
        var first = folder.resolve("first");
        if (Files.exists(first)) {
          assertThat(shell.out()).as(engine.name()).isEqualTo(Files.readString(first));
        } else {
          Files.writeString(first, shell.out());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "unlimited"})
  void theOrderOfAListIsOfTheListAlone(String depth) {
    var shell = Shell.run("crawl", "-e", "canned", "--order", "input", "-d", depth, "http://a/");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints())
        .containsExactly(
            "crawler: --order input is for the list alone: leave out --depth, or the order");
  }

  @Test
  @Tag("spec:O5")
  void csvIsWrittenToAFileLikeAnythingElse() throws IOException {
    var output = folder.resolve("out.csv");

    var shell =
        Shell.run(
            "crawl",
            "-e",
            "canned",
            "--format=csv",
            "--fields=url,outcome,status",
            "-o",
            output.toString(),
            "http://a/,b");

    assertThat(shell.code()).isZero();
    assertThat(output).content().isEqualTo("url,outcome,status\r\n\"http://a/,b\",ok,200\r\n");
  }
}
