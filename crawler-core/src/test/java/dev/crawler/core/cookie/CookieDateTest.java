package dev.crawler.core.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:K1")
class CookieDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mon, 10-Dec-2007 17:02:24 GMT       | 2007-12-10T17:02:24Z
          Wed, 09 Dec 2009 16:27:23 GMT       | 2009-12-09T16:27:23Z
          Thu, 01-Jan-1970 00:00:00 GMT       | 1970-01-01T00:00:00Z
          Mon Dec 24 16:32:39 1977 GMT        | 1977-12-24T16:32:39Z
          Tue, 06-Nov-99 08:49:37 GMT         | 1999-11-06T08:49:37Z
          Sun, 06-Nov-37 08:49:37 GMT         | 2037-11-06T08:49:37Z
          08:49:37 06 november 2037 EST       | 2037-11-06T08:49:37Z
          6 Nov 2037 8:9:7                    | 2037-11-06T08:09:07Z
          Fri Aug  8 11:12:13 2031junk        | 2031-08-08T11:12:13Z
          """)
  void aDateIsReadInAnyOrder(String text, Instant expected) {
    assertThat(CookieDate.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "31 Feb 2030 00:00:00",
        "32 Jan 2030 00:00:00",
        "1 Jan 1600 00:00:00",
        "1 Jan 2030",
        "1 Jan 2030 24:00:00",
        "1 Jan 2030 00:60:00",
        "1 Jan 20300 00:00:00",
        "0 Jan 2030 00:00:00",
        "1 Foo 2030 00:00:00"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(CookieDate.parse(text)).isEmpty();
  }
}
