package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLinePageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("crawler.root", ".."), "docs", "cli.md");

  private final String page =
      new CommandLinePage(
              Streams.of(
                  InputStream.nullInputStream(),
                  OutputStream.nullOutputStream(),
                  new PrintStream(OutputStream.nullOutputStream())))
          .text();

  @Test
  void thePageSaysWhatTheOptionsSay() throws IOException {
    if (System.getProperty("crawler.docs", "").equals("write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void theFileThatItShowsIsOne(@TempDir Path folder) throws IOException {
    int start = page.indexOf("# crawl.conf");
    var example = page.substring(start, page.indexOf("```", start));
    var file = Files.writeString(folder.resolve("crawl.conf"), example).toString();

    var shell = Shell.run("crawl", "--config", file, "-e", "canned", "http://a/");

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).doesNotContain("links");
  }

  @Test
  void everyLineOfTheHelpsOptionsIsOnThePage() {
    var help = Shell.run("crawl", "--help").out();

    var names = help.lines().filter(line -> line.matches(" +-.*")).toList();

    assertThat(names)
        .hasSizeGreaterThan(20)
        .map(line -> line.replaceAll(".*?(--[a-z-]+).*", "$1"))
        .filteredOn(name -> !name.equals("--help"))
        .allSatisfy(name -> assertThat(page).containsPattern("\\| `[^`|]*" + name + "[ `]"));
  }
}
