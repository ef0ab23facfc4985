package dev.crawler.core.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Headers;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTest {
  private Instant now = Instant.parse("2026-11-21T03:00:00Z");
  private final Cookies cookies = new Cookies(() -> now);

  @Tag("spec:K1")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=b                        | https://www.ex.com/dir/x     | a=b
          a=b                        | http://www.ex.com/dir        | a=b
          a=b                        | https://www.ex.com/          | ''
          a=b                        | https://www.ex.com/dirx      | ''
          a=b; Path=/                | https://www.ex.com/          | a=b
          a=b; Path=/; Path=/p       | https://www.ex.com/p/q       | a=b
          a=b; Path=/; Path=/p       | https://www.ex.com/dir/x     | ''
          a=b; Path=relative         | https://www.ex.com/dir/y     | a=b
          a=b                        | https://ex.com/dir/          | ''
          a=b                        | https://a.www.ex.com/dir/    | ''
          a=b; Domain=ex.com         | https://ex.com/dir/          | a=b
          a=b; Domain=.EX.com        | https://other.ex.com/dir/    | a=b
          a=b; domain=www.ex.com     | https://a.www.ex.com/dir/    | a=b
          a=b; Domain=ex.com         | https://notex.com/dir/       | ''
          a=b; Domain=               | https://www.ex.com/dir/      | a=b
          a=b; Secure                | https://www.ex.com:99/dir/   | a=b
          a=b; Secure                | http://www.ex.com/dir/       | ''
          a="b c,d"; HttpOnly        | https://www.ex.com/dir/      | a="b c,d"
           a = b=c ; Max-Age = 9     | https://www.ex.com/dir/      | a=b=c
          a=; SameSite=Strict        | https://www.ex.com/dir/      | a=
          a=b; Max-Age=0             | https://www.ex.com/dir/      | ''
          a=b; Max-Age=-9            | https://www.ex.com/dir/      | ''
          a=b; Max-Age=x             | https://www.ex.com/dir/      | a=b
          a=b; Expires=soon          | https://www.ex.com/dir/      | a=b
          a=b; Expires=Sat, 21 Nov 2026 02:59:59 GMT | https://www.ex.com/dir/ | ''
          a=b; Max-Age=9; Expires=Sat, 21 Nov 2020 02:59:59 GMT | https://www.ex.com/dir/ | a=b
          """)
  void aCookieGoesWhereItBelongs(String field, String to, String expected) {
    take("https://www.ex.com/dir/page?q", field);

    assertThat(sent(to)).isEqualTo(expected);
  }

  @Tag("spec:K2")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b; Domain=other.com",
        "a=b; Domain=a.www.ex.co.uk",
        "a=b; Domain=co.uk",
        "a=b; Domain=uk",
        "a=b; Domain=w.ex.co.uk",
        "a=b; Secure",
        "__Secure-a=b",
        "__Host-a=b; Path=/",
        "a",
        "=b",
        "a;=b",
        "",
        ";",
        "a=b\u0007",
        "a=\u00e9",
        "a=b; Path=/\u0001"
      })
  void whatAServerMayNotSetIsRefused(String field) {
    take("http://www.ex.co.uk/", field);

    assertThat(sent("http://www.ex.co.uk/") + sent("https://www.ex.co.uk/")).isEmpty();
    assertThat(cookies.all()).isEmpty();
  }

  @Tag("spec:K2")
  @Test
  void aPublicSuffixThatIsAHostMaySetCookiesForItself() {
    take("https://github.io/", "a=b; Domain=github.io");

    assertThat(sent("https://github.io/")).isEqualTo("a=b");
    assertThat(sent("https://someone.github.io/")).isEmpty();
  }

  @Tag("spec:K2")
  @Test
  void anAddressHasNothingAboveItNorBelow() {
    take("http://127.0.0.1/", "a=b");
    take("http://127.0.0.1/", "c=d; Domain=0.0.1");

    assertThat(sent("http://127.0.0.1:8080/")).isEqualTo("a=b");
    assertThat(sent("http://127.0.0.2/")).isEmpty();
  }

  @Tag("spec:K2")
  @Test
  void plainHttpReplacesNothingThatIsForTlsAlone() {
    take("https://ex.com/", "a=safe; Secure; Domain=ex.com");
    take("http://www.ex.com/", "a=evil; Domain=ex.com");
    take("http://www.ex.com/", "a=evil");

    assertThat(sent("https://www.ex.com/")).isEqualTo("a=safe");
  }

  @Tag("spec:K2")
  @Test
  void prefixesKeepTheirPromise() {
    take("https://ex.com/", "__Host-a=b; Secure; Path=/");
    take("https://ex.com/", "__Host-c=d; Secure; Path=/; Domain=ex.com");
    take("https://ex.com/", "__secure-e=f; Secure");

    assertThat(sent("https://ex.com/")).isEqualTo("__Host-a=b; __secure-e=f");
  }

  @Tag("spec:K1")
  @Test
  void theMostSpecificComesFirstThenTheOldest() {
    take("https://ex.com/", "old=1; Path=/");
    take("https://ex.com/", "young=1; Path=/");
    take("https://ex.com/", "deep=1; Path=/a");
    take("https://ex.com/", "old=2; Path=/");

    assertThat(sent("https://ex.com/a/b")).isEqualTo("deep=1; old=2; young=1");
  }

  @Tag("spec:K1")
  @Test
  void aCookieEndsInItsTimeOrAfterFourHundredDays() {
    take("https://ex.com/", "short=1; Max-Age=60");
    take("https://ex.com/", "long=1; Max-Age=999999999999999999");
    take("https://ex.com/", "session=1");

    now = now.plusSeconds(61);
    assertThat(sent("https://ex.com/")).isEqualTo("long=1; session=1");
    now = now.plus(Duration.ofDays(400));
    assertThat(sent("https://ex.com/")).isEqualTo("session=1");
  }

  @Tag("spec:K3")
  @Test
  void aDomainHasNoMoreThanFiftyAndNoneThatIsTooLong() {
    for (int i = 0; i < 60; i++) {
      take("https://ex.com/", "c" + i + "=1");
    }
    take("https://ex.com/", "x=" + "y".repeat(4096));

    assertThat(cookies.all()).hasSize(50);
    assertThat(sent("https://ex.com/")).startsWith("c10=1; ").endsWith("; c59=1");
  }

  @Tag("spec:K3")
  @Test
  void ofTooManyTheOneThatWasUsedLongestAgoGoes() {
    take("https://first.example/", "a=1");
    take("https://second.example/", "a=1");
    for (int i = 0; i < 2_998; i++) {
      take("https://h" + i + ".example/", "a=1");
    }
    assertThat(sent("https://first.example/")).isNotEmpty();

    take("https://last.example/", "a=1");

    assertThat(cookies.all()).hasSize(3_000);
    assertThat(sent("https://first.example/")).isEqualTo("a=1");
    assertThat(sent("https://second.example/")).isEmpty();
  }

  private void take(String url, String field) {
    cookies.take(CrawlUrl.of(url), Headers.of("X", "y", "set-cookie", field));
  }

  private String sent(String url) {
    return cookies.cookiesFor(CrawlUrl.of(url));
  }
}
