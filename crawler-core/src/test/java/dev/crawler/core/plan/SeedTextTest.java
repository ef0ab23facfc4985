package dev.crawler.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\t\r", "# comment", "   # comment", "#", "\uFEFF", "\uFEFF# x"})
  void aBlankLineOrACommentSaysNothing(String line) {
    var text = SeedText.of(line);

    assertThat(text).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://ex.com/a, http://ex.com/a",
    "'  http://ex.com/a \r', http://ex.com/a",
    "'\uFEFFhttp://ex.com/a', http://ex.com/a",
    "'http://ex.com/a # note', http://ex.com/a",
    "'http://ex.com/a\t#note # more', http://ex.com/a",
    "http://ex.com/a#part, http://ex.com/a#part",
    "'http://ex.com/a#part # note', http://ex.com/a#part",
    "HTTP://EX.com, HTTP://EX.com",
  })
  void aUrlLosesItsNoteAndTheSpaceAroundIt(String line, String expected) {
    var text = SeedText.of(line);

    assertThat(text).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, https://example.org",
    "example.org/path, https://example.org/path",
    "example.org:8080/x, https://example.org:8080/x",
    "localhost:3000, https://localhost:3000",
    "localhost:3000?q, https://localhost:3000?q",
    "127.0.0.1:80, https://127.0.0.1:80",
    "'[::1]:8080/x', 'https://[::1]:8080/x'",
    "//example.org/x, https://example.org/x",
    "bücher.example, https://bücher.example",
    "example.org/a:b, https://example.org/a:b",
  })
  void aBareHostGetsHttps(String line, String expected) {
    var text = SeedText.of(line);

    assertThat(text).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:x@example.org",
        "ftp://example.org/x",
        "javascript:void(0)",
        "http:example.org",
        "http://",
        "tel:+49123",
        "urn:123456",
        "/path/only",
        "./path",
        "?query",
        "//",
        ":80",
        "\\\\host\\x",
        "hello world",
        "[not an address",
        "ex ample.org:80/x",
      })
  void aTextWithAnotherSchemeOrThatIsNoUrlStaysAsItIs(String line) {
    var text = SeedText.of(line);

    assertThat(text).contains(line);
  }

  @Test
  void readingATextTwiceChangesNothingMore() {
    var lines = List.of("example.org # a", "localhost:3000", "//h/x", "hello world", "a:b:c", "#");

    for (var line : lines) {
      var once = SeedText.of(line);

      assertThat(once.flatMap(SeedText::of)).isEqualTo(once);
    }
  }
}
