package dev.crawler.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u0007",
        "\u009b31m",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u2028",
        "\ud800"
      })
  void aCharacterThatCouldHarmTheTerminalIsReplaced(String harmful) {
    terminal.say(Notice.info("x", "host" + harmful + ".example", Notice.Fields.NONE));

    assertThat(written())
        .startsWith("crawler: host?")
        .endsWith(".example\n")
        .doesNotContain(harmful);
  }

  @Test
  void aForeignTextStaysOnItsLine() {
    terminal.say(Notice.info("x", "a\nb\tc", Notice.Fields.NONE));

    assertThat(written()).isEqualTo("crawler: a b c\n");
  }

  @Test
  void otherScriptsAreLeftAlone() {
    terminal.say(Notice.info("x", "bücher 日本語 🕷", Notice.Fields.NONE));

    assertThat(written()).isEqualTo("crawler: bücher 日本語 🕷\n");
  }

  @Test
  void aLineTakesThePlaceOfTheStatus() {
    terminal.status("half");
    terminal.say(Notice.info("x", "news", Notice.Fields.NONE));
    terminal.erase();

    assertThat(written()).isEqualTo("\r\033[?7lhalf\033[K\033[?7h\r\033[Kcrawler: news\n");
  }
}
