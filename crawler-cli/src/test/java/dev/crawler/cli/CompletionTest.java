package dev.crawler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script in a real shell: what is offered for a line whose last word is being typed.
@Timeout(60)
final class CompletionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cr | crawl",
        "gen | generate-completion",
        "--v | --version",
        "help si | site",
        "crawl --max-b | --max-body",
        "crawl --engine can | canned",
        "crawl -e can | canned",
        "crawl --scope h | host",
        "crawl --scope = do | domain",
        "crawl --robots = `` | obey ignore",
        "crawl --robots = | obey ignore",
        "crawl --fail-on fa | failed",
        "crawl --fail-on failed,h | failed,http_error",
        "crawl --fields url,con | url,content_type",
        "crawl -i li | list.txt",
        "crawl --output my | my urls",
        "crawl --config = li | list.txt",
        "crawl --depth 2 --insec | --insecure",
        "crawl --insecure --progress o | on off",
        "crawl --depth `` | ``",
        "crawl li | ``",
        "site --ste | --steady",
        "site --max | ``",
        "nonsense --d | ``",
      })
  void bashOffers(String line, String expected) throws Exception {
    Files.createFile(folder.resolve("list.txt"));
    Files.createFile(folder.resolve("my urls"));
    var words = "crawler " + line.replace("``", "''");

    var offered =
        shell(
            "bash",
            "source ./script; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                    .formatted(words)
                + "_crawler 2>/dev/null; [ ${#COMPREPLY[@]} = 0 ] || printf '%s ' \"${COMPREPLY[@]}\"");

    assertThat(offered.strip()).isEqualTo(expected.replace("``", ""));
  }

  @Test
  void bashReadsTheScriptWithoutAWord() throws Exception {
    assertThat(shell("bash", "set -eu; source ./script; complete -p crawler"))
        .isEqualTo("complete -F _crawler crawler\n");
  }

  @Test
  void zshReadsTheScriptToo() throws Exception {
    assumeTrue(isInstalled("zsh"), "no zsh on this machine");

    var offered =
        shell("zsh", "compinit() { :; }; source ./script && _crawler_values crawl --scope");

    assertThat(offered).isEqualTo("page prefix host domain any\n");
  }

  @Test
  void everyOptionOfEveryCommandIsInTheScript() {
    var script = Shell.run("generate-completion").out();

    var help = Stream.of("crawl", "site").map(name -> Shell.run(name, "--help").out());

    assertThat(help.flatMap(text -> text.lines()).filter(line -> line.matches(" +-.*")))
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(script).contains(" " + line.replaceAll(".*?(--[a-z-]+).*", "$1")));
  }

  private String shell(String name, String commands) throws Exception {
    Files.writeString(folder.resolve("script"), Shell.run("generate-completion", name).out());
    var options = name.equals("bash") ? List.of("--norc", "-c") : List.of("-f", "-c");
    var command = Stream.of(List.of(name), options, List.of(commands)).flatMap(List::stream);
    var process =
        new ProcessBuilder(command.toList())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private static boolean isInstalled(String name) throws IOException {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, name)));
  }
}
