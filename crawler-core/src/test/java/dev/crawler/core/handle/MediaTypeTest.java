package dev.crawler.core.handle;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
  @ParameterizedTest
  @CsvSource({
    "text/html, text/html, ",
    "' Text/HTML ; Charset=UTF-8', text/html, UTF-8",
    "'text/html; charset=\"utf-8\"', text/html, utf-8",
    "'text/html; x=\"a;charset=b\"; charset=c', text/html, c",
    "'text/html; x=\"a\\\"; charset=b\"; charset=c', text/html, c",
    "'text/html; charset=a; charset=b', text/html, a",
    "'text/html;charset=', text/html, ''",
    "'text/html;;;charset=a;', text/html, a",
    "'text/html; charset=\"a', text/html, a",
    "'text/html; charset', text/html, ",
    "text, , ",
    "'', , ",
    "'text/ html', , ",
    "'/html; charset=a', , "
  })
  void aContentTypeIsReadAsBrowsersDo(
      String header, @Nullable String essence, @Nullable String charset) {
    assertThat(MediaType.parse(header)).isEqualTo(new MediaType(essence, charset));
  }
}
