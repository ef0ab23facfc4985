package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mistakes on the command line: one clear line, exit code 2.
class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "crawl --dept 2 http://a/ | crawler: unknown option --dept; did you mean --depth?",
        "crawl --zzzzzz http://a/ | crawler: unknown option --zzzzzz",
        "crawl -Z http://a/ | crawler: unknown option -Z",
        "crawl | crawler: no URLs given; name some, or a list with --input FILE",
        "crawl -i - -i - | crawler: standard input can be read only once",
        "frobnicate | crawler: unknown command frobnicate; there are crawl",
        "http://a/ | crawler: unknown command http://a/; there are crawl",
        "crawl -e hovercraft http://a/ | no engine 'hovercraft'; found: ",
        "crawl --scope planet http://a/ | 'planet' is not one of page, prefix, host, domain, any",
        "crawl --robots maybe http://a/ | 'maybe' is not one of obey, ignore",
        "crawl --progress loud http://a/ | 'loud' is not one of auto, on, off",
        "crawl --fail-on ok http://a/ | 'ok' is not one of nothing, failed, http_error, excluded",
        "crawl --fields url,colour http://a/ | no record field is named 'colour'",
        "crawl --include ( http://a/ | not a pattern: (",
        "crawl -A (none) http://a/ | user-agent must begin with a product token",
        "crawl -H nonsense http://a/ | 'nonsense' is not a header; write 'Name: value'",
        "crawl -H Host:b http://a/ | Host is set by the crawler itself",
        "crawl -H User-Agent:b http://a/ | the user agent is set with -A",
        "crawl -H b(d:x http://a/ | not a header name: 'b(d'",
        "generate-completion fish | 'fish' is not one of bash, zsh",
        "crawl --input | Missing required parameter for option '--input'",
      })
  void aMistakeIsToldInOneLine(String line, String expected) {
    var shell = Shell.run(line.split(" "));

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.complaints()).singleElement().asString().contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--delay 5",
        "--delay fast",
        "--delay -1s",
        "--delay 5parsecs",
        "--timeout 0",
        "--timeout",
        "--delay 99999999h",
        "--max-body 3GiB",
        "--max-body 0",
        "--max-body many",
        "--max-body 1TB",
        "--depth -1",
        "--depth deep",
        "--depth 99999999999",
        "-c 0",
        "-c x",
        "--per-host 0",
        "--max-pages 0",
        "--max-host-pages 0",
        "--retries -1",
        "--max-redirects x",
        "--retry-wait x",
        "--connect-timeout 0",
        "--max-crawl-delay x",
        "--fields "
      })
  void aValueThatMakesNoSenseIsNamedWithItsOption(String option) {
    var words = ("crawl -e canned http://a/ " + option).split(" ", -1);

    var shell = Shell.run(words);

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).hasSize(1);
    assertThat(shell.err()).startsWith("crawler: ").doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "--resume, 2, --resume needs --state DIR",
    "--state d, 2, --state needs --output FILE: a stream cannot be cut back to what is whole",
    "--state d --order input, 2, --state does not keep what --order needs",
    "--state /nonexistent/d --resume -o x, 5, no crawl is kept in /nonexistent/d"
  })
  void aStateThatCannotBeIsRefused(String options, int code, String why) {
    var shell = Shell.run(("crawl -e serial http://a/ " + options).split(" "));

    assertThat(shell.code()).isEqualTo(code);
    assertThat(shell.err()).isEqualTo("crawler: %s%n".formatted(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A: b\r\nC: d", "A: b\nC", "A\n: b", "A: \u0000", "A: \u001b[31m"})
  void aHeaderWithAControlCharacterIsRefusedAndNotEchoed(String header) {
    var shell = Shell.run("crawl", "-e", "canned", "-H", header, "http://a/");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).hasSize(1);
    assertThat(shell.err().strip()).matches("\\P{Cntrl}+");
  }

  @Test
  void noCommandAtAllIsAMistake() {
    var shell = Shell.run();

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).isEqualTo("crawler: no command given; see crawler --help\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "-h", "help", "help crawl", "crawl --help", "crawl -h", "engines -h"})
  void helpGoesToStandardOutput(String line) {
    var shell = Shell.run(line.split(" "));

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("crawler ");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void theHelpOfCrawlNamesEveryOption() {
    var shell = Shell.run("crawl", "--help");

    assertThat(shell.out())
        .contains("-i, --input", "-e, --engine", "-o, --output", "-d, --depth", "-c, --concurrency")
        .contains("--per-host", "--delay", "--max-crawl-delay", "--scope", "--include", "--exclude")
        .contains("--max-pages", "--max-host-pages", "--connect-timeout", "--timeout", "--max-body")
        .contains("--max-redirects", "--retries", "--retry-wait", "--robots", "-A, --user-agent")
        .contains("-H, --header", "--insecure", "--allow-private", "--fields", "--no-links")
        .contains("--fail-on", "--progress", "-q, ", "-v, ", "--stats")
        .contains("--warc", "--near-duplicates", "--retry-failed", "--state", "--resume");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    var shell = Shell.run("--version");

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).matches("crawler \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }
}
