package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Options from a file and from the environment: which of them count, and what is said of mistakes.
final class ConfigurationTest {
  private static final Map<String, String> NOTHING = Map.of();

  @TempDir private Path folder;

  private String file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("crawl.conf"), String.join("\n", lines)).toString();
  }

  private static Shell crawl(Map<String, String> environment, String... args) {
    var words = new String[args.length + 2];
    words[0] = "crawl";
    System.arraycopy(args, 0, words, 1, args.length);
    words[words.length - 1] = "http://a/";
    return Shell.runWithin(environment, words);
  }

  @Tag("spec:I1")
  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
    var file = file("engine = canned", "fields = url,depth", "quiet = true");
    var environment = Map.of("CRAWLER_FIELDS", "url,outcome", "CRAWLER_CONFIG", file);

    var fromFile = crawl(NOTHING, "--config", file);
    var fromEnvironment = crawl(environment);
    var fromLine = crawl(environment, "--fields", "url");

    assertThat(fromFile).isEqualTo(new Shell(0, "{\"url\":\"http://a/\",\"depth\":0}\n", ""));
    assertThat(fromEnvironment.out()).isEqualTo("{\"url\":\"http://a/\",\"outcome\":\"ok\"}\n");
    assertThat(fromLine.out()).isEqualTo("{\"url\":\"http://a/\"}\n");
  }

  @Tag("spec:I1")
  @Test
  void aListIsReplacedAndNotAddedTo() throws IOException {
    var one = Files.writeString(folder.resolve("1"), "http://one/").toString();
    var two = Files.writeString(folder.resolve("2"), "http://two/").toString();
    var file = file("engine=canned", "fields=url", "input=" + one, "input=" + two);
    var environment = Map.of("CRAWLER_INPUT", two + "\n\n " + two, "CRAWLER_CONFIG", file);

    var fromFile = crawl(NOTHING, "--config", file);
    var fromEnvironment = crawl(environment);
    var fromLine = crawl(environment, "-i", one);

    assertThat(fromFile.out()).contains("one", "two").hasLineCount(3);
    assertThat(fromEnvironment.out()).contains("two").doesNotContain("one").hasLineCount(3);
    assertThat(fromLine.out()).contains("one").doesNotContain("two").hasLineCount(2);
  }

  @Test
  void aFlagIsTrueOrFalse() throws IOException {
    var file = file("engine = canned", "no-links = true", "quiet = false");

    var noisy = crawl(NOTHING, "--config", file);
    var quiet = crawl(Map.of("CRAWLER_QUIET", "true"), "--config", file);

    assertThat(noisy.out()).doesNotContain("\"links\"");
    assertThat(noisy.err()).contains("1 record");
    assertThat(quiet.err()).isEmpty();
  }

  @Test
  void anEmptyVariableSaysNothing() {
    var shell = crawl(Map.of("CRAWLER_DEPTH", "", "CRAWLER_HEADER", "\n"), "-q", "-e", "canned");

    assertThat(shell.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "depth = x | depth: 'x' is not a depth; write a number of 0 or more, or unlimited",
        "insecure = yes | insecure: 'yes' is not true or false",
        "concurrency = many | concurrency: 'many' is not a whole number that is not too large",
        "concurrency = 0 | concurrency: '0' is not a number of 1 or more",
        "timeout = 0 | timeout: '0' is not longer than nothing",
        "include = ( | include: not a pattern: (",
        "user-agent = () | user-agent: user-agent must begin with a product token: '()'",
        "fields = | fields: a value is missing",
        "dept = 2 | unknown option dept; did you mean depth?",
        "d = 2 | unknown option d",
        "hosts = 2 | unknown option hosts",
        "config = x | a file names no other",
        "insecure | no '=' in the line; write option = value",
      })
  void aMistakeInAFileIsToldWithItsLine(String line, String expected) throws IOException {
    var file = file("\uFEFF# options\r", "\r", "engine = canned\r", line);

    var shell = crawl(NOTHING, "--config", file);

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).startsWith("crawler: " + file + ":4: " + expected).hasLineCount(1);
  }

  @Test
  void anOptionSaidTwiceInAFileIsAMistake() throws IOException {
    var file = file("depth = 1", "depth = 2");

    var shell = crawl(NOTHING, "--config", file);

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).endsWith(":2: depth: line 1 says it already\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CRAWLER_DEPTH | x | CRAWLER_DEPTH: 'x' is not a depth; write a number",
        "CRAWLER_DEPHT | 2 | the environment has CRAWLER_DEPHT, which is no option; did you mean "
            + "CRAWLER_DEPTH?",
        "CRAWLER_ZZZZZZZZ | 2 | the environment has CRAWLER_ZZZZZZZZ, which is no option",
        "CRAWLER_HELP | true | the environment has CRAWLER_HELP, which is no option",
        "CRAWLER_CONFIG | /nonexistent | cannot read /nonexistent: no such file or folder",
      })
  void aMistakeInTheEnvironmentIsToldWithItsName(String name, String value, String expected) {
    var shell = crawl(Map.of(name, value), "-e", "canned");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).startsWith("crawler: " + expected).hasLineCount(1);
  }

  @Test
  void variablesOfTheLauncherAndOfOtherCommandsAreNoMistake() {
    var environment =
        Map.of("CRAWLER_JAVA_OPTS", "-Xmx1g", "CRAWLER_HOSTS", "2", "CRAWL", "x", "PATH", "/bin");

    var shell = crawl(environment, "-e", "canned", "-q");

    assertThat(shell.code()).isZero();
  }

  @Test
  void aCommandWithoutOptionsDoesNotLook() {
    var shell = Shell.runWithin(Map.of("CRAWLER_DEPHT", "2"), "engines");

    assertThat(shell.code()).isZero();
  }

  @Test
  void helpIsGivenWhateverTheEnvironmentSays() {
    var shell = Shell.runWithin(Map.of("CRAWLER_DEPHT", "2"), "crawl", "--help");

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("Configuration", "--config=FILE");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    var file = folder.resolve("latin1");
    Files.write(file, "user-agent = ü".getBytes(StandardCharsets.ISO_8859_1));
    var long1 = Files.writeString(folder.resolve("long"), "#".repeat((1 << 20) + 1));

    assertThat(crawl(NOTHING, "--config", file.toString()).err())
        .isEqualTo("crawler: cannot read " + file + ": it is not UTF-8\n");
    assertThat(crawl(NOTHING, "--config", long1.toString()).err())
        .isEqualTo("crawler: cannot read " + long1 + ": it is longer than 1 MiB\n");
    assertThat(crawl(NOTHING, "--config", folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void nothingOfAFileReachesTheTerminalRaw() throws IOException {
    var file = file("depth = \u001b[2J");

    var shell = crawl(NOTHING, "--config", file);

    assertThat(shell.err().strip()).matches("\\P{Cntrl}+");
  }
}
