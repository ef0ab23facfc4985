package dev.crawler.core.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:U2")
@Tag("spec:U3")
class CrawlUrlKeyTest {
  private static String key(String input) {
    return CrawlUrl.of(input).key();
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/%61%7e%2d%5F, http://h/a~-_",
    "http://h/?%41=%5a, http://h/?A=Z",
    "http://h/a%2fb%c3%a9, http://h/a%2Fb%C3%A9",
    "http://h/a%2ehtml, http://h/a.html",
    "http://h/%2e%2e%2e, http://h/...",
    "http://h/a?, http://h/a",
    "http://h/?#f, http://h/",
    "http://h/a?#f, http://h/a",
    "http://u:p@h/a#f, http://h/a",
    "http://h/a??, http://h/a??",
    "HTTP://EX.com:80, http://ex.com/",
    "http://h/%2561, http://h/%2561",
  })
  void whatMeansTheSameHasOneKey(String input, String key) {
    assertThat(key(input)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/a%2fb, http://h/a/b",
    "http://h/a, http://h/a/",
    "http://h//a, http://h/a",
    "http://h/A, http://h/a",
    "http://h/?a=1&a=2, http://h/?a=2",
    "http://h/?a&b, http://h/?b&a",
    "http://h/, https://h/",
    "http://h/, http://www.h/",
    "http://h./, http://h/",
    "http://h/a+b, http://h/a%20b",
    "http://h/%2b, http://h/+",
    "http://h/%2561, http://h/a",
    "http://h/a%00, http://h/a",
    "http://h/index.html, http://h/",
  })
  void whatMayDifferHasTwoKeys(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h/%zz",
        "http://h/%",
        "http://h/%4",
        "http://h/a%2Fb",
        "http://h/?q=%E2%82%AC",
        "http://h/"
      })
  void aUrlThatIsItsOwnKeyIsNotCopied(String input) {
    var url = CrawlUrl.of(input);

    assertThat(url.key()).isEqualTo(input).isSameAs(url.href());
  }

  /// Decoded, the second escape would complete the first `%` and name another resource.
  @ParameterizedTest
  @CsvSource({
    "/%%34%31, /%%341",
    "/%%34g, /%%34g",
    "/%4%31, /%4%31",
    "/%g%31, /%g1",
    "/%%32e, /%%32e",
    "/%%2d%31, /%-1",
    "/%%%34%31, /%%%341",
  })
  void noNewEscapeIsMade(String path, String key) {
    assertThat(key("http://h" + path)).isEqualTo("http://h" + key);
    assertThat(key("http://h/?" + path)).isEqualTo("http://h/?" + key);
  }

  @Test
  void aTrailingDotMakesTwoKeysAndOnePoliteness() {
    var plain = CrawlUrl.of("http://ex.com/");
    var dotted = CrawlUrl.of("http://ex.com./");

    assertThat(plain.key()).isNotEqualTo(dotted.key());
    assertThat(plain.hostKey()).isEqualTo(dotted.hostKey());
  }
}
