package dev.crawler.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "depth=2|depth|2",
        "\tdepth  =\t2 |depth|2",
        "depth = 2 # two|depth|2",
        "input = a#b|input|a#b",
        "exclude = \\.(png|exclude|\\.(png",
        "header = Cookie: a=b|header|Cookie: a=b",
        "user-agent = \"me/2 # x\" # note|user-agent|me/2 # x",
        "include = '\"'|include|\"",
        "output = \" a \"|output|` a `",
        "fields =|fields|``",
        "fields = # none|fields|``",
        "header = \"\"|header|``",
        "= 2|``|2",
      })
  void aLineIsAKeyAndAValue(String line, String key, String value) {
    assertThat(ConfigLine.of(line)).isEqualTo(new ConfigLine(key, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \t", "# depth = 2", "  #", "\f"})
  void aLineMaySayNothing(String line) {
    assertThat(ConfigLine.of(line)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "insecure|no '=' in the line; write option = value",
        "output = \"a|a quote is opened and not closed",
        "output = 'a' b|something follows the closing quote",
      })
  void aLineThatIsNeitherSaysWhy(String line, String why) {
    assertThatThrownBy(() -> ConfigLine.of(line)).hasMessage(why);
  }

  @Test
  void aHintIsGivenOnlyForWhatIsNear() {
    var names = List.of("depth", "delay", "max-body");

    assertThat(Spelling.hint("dept", names)).isEqualTo("; did you mean depth?");
    assertThat(Spelling.hint("max_body", names)).isEqualTo("; did you mean max-body?");
    assertThat(Spelling.hint("zebra", names)).isEmpty();
  }
}
