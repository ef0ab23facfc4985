package dev.crawler.core.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// References as pages write them, resolved against a page's URL.
@Tag("spec:U1")
class ReferenceTest {
  private static final String LONG = "x".repeat(1_000_000);

  private static String resolve(String base, String reference) {
    return switch (CrawlUrl.of(base).resolve(reference)) {
      case UrlResult.Valid(var url) -> url.href();
      case UrlResult.Invalid _ -> "invalid";
      case UrlResult.Unsupported(var scheme) -> "unsupported " + scheme;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, ../../../c, /c",
    "/a/b, c, /a/c",
    "/a/b, ./c/., /a/c/",
    "/a/b, '', /a/b",
    "/a/b?x=1, ?y, /a/b?y",
    "/a/b?x=1, #f, /a/b?x=1#f",
    "/a/b?x=1#f, '', /a/b?x=1",
    "/a/b?x/y, c, /a/c",
    "/, .//a, //a",
    "/a//b, .., /a/",
    "/a/b/, .., /a/",
    "/a/b/, %2E%2e/c, /a/c",
    "/a/b/, .%2e, /a/",
    "/a/b/, %2e, /a/b/",
    "/a/b/, ..., /a/b/...",
    "/a/b/, %2e%2e%2e, /a/b/%2e%2e%2e",
    "/a/b/, ..%2f, /a/b/..%2f",
    "/a, /%zz, /%zz",
    "/a, /%61%2fb, /%61%2fb",
    "/a, /P/Q, /P/Q",
    "/a, /ä?ü=é#ß, /%C3%A4?%C3%BC=%C3%A9#%C3%9F",
    "/a, 'b;jsessionid=1?PHPSESSID=2', '/b;jsessionid=1?PHPSESSID=2'",
    "/a/b, \\c\\..\\d, /d",
    "/a/b, 1:2, /a/1:2",
    "/a/b, './x:y', /a/x:y",
    "/a/b, http:c, /a/c",
    "/a/b, HTTP:/c, /c",
    "/a/b, http:?q, /a/b?q",
    "/a/b, http:#f, /a/b#f",
    "/a/b, http:, /a/b",
    "/a/b, '/x^`{}|[]', '/x%5E%60%7B%7D|[]'",
    "/a/b, '?^`{}|[]''\"<>', '/a/b?^`{}|[]%27%22%3C%3E'",
    "/a/b, '#^`{}|''\"<>', '/a/b#^%60{}|''%22%3C%3E'",
  })
  void aPathResolvesAsBrowsersDo(String base, String reference, String expected) {
    assertThat(resolve("http://h" + base, reference)).isEqualTo("http://h" + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "\\\\h\\x, http://h/x",
    "/\\h, http://h/",
    "////h//x, http://h//x",
    "//h, http://h/",
    "//a//b, http://a//b",
    "//h?q, http://h/?q",
    "//h#f, http://h/#f",
    "//h:80, http://h/",
    "//h:443, http://h:443/",
    "https:c, https://c/",
    "https:/c, https://c/",
    "https:\\c, https://c/",
    "'//ex.com\\@h', http://ex.com/@h",
    "//a@b@h, http://a%40b@h/",
    "//u:p:q@h, http://u:p%3Aq@h/",
    "///, invalid",
    "//, invalid",
    "//?, invalid",
    "//@, invalid",
    "//:80, invalid",
    "//h:65536, invalid",
    "//h:00000000000080, http://h/",
    "//h:0, http://h:0/",
    "//h:8 0, invalid",
    "//h:８０, invalid",
    "//[::1, invalid",
    "'//[::1]x', invalid",
  })
  void anAuthorityResolvesAsBrowsersDo(String reference, String expected) {
    assertThat(resolve("http://user:word@base:81/a/b?q#f", reference)).isEqualTo(expected);
  }

  @Test
  void aBasesCredentialsAndPortGoWithItsOwnAuthorityOnly() {
    assertThat(resolve("http://u:p@h:81/a?b#c", "d")).isEqualTo("http://u:p@h:81/d");
    assertThat(resolve("http://u:p@h:81/a?b#c", "//h/d")).isEqualTo("http://h/d");
  }

  @Test
  void spacesAroundAndTabsAndNewlinesInsideAreRemoved() {
    assertThat(resolve("http://h/", "\u0000 \t/a\tb\r\nc d \u001f")).isEqualTo("http://h/abc%20d");
    assertThat(resolve("http://h/", "h\ntt\tp\r://e\tx/")).isEqualTo("http://ex/");
    assertThat(resolve("http://h/a/b", ".\t.\n/c")).isEqualTo("http://h/c");
    assertThat(resolve("http://h/", "a\u00a0")).isEqualTo("http://h/a%C2%A0");
  }

  @Test
  void aLoneSurrogateIsTheReplacementCharacter() {
    var expected = "http://h/%EF%BF%BD%F0%9F%98%80?%EF%BF%BD#%EF%BF%BD";

    assertThat(resolve("http://h/", "/\ud83d\ud83d\ude00?\ude00#\ud83d")).isEqualTo(expected);
    assertThat(resolve("http://h/", "\ud83d\t\ude00")).isEqualTo("http://h/%EF%BF%BD%EF%BF%BD");
  }

  @Test
  void controlsAreEncoded() {
    assertThat(resolve("http://h/", "a\u0000\u007f?\u0001#\u007f"))
        .isEqualTo("http://h/a%00%7F?%01#%7F");
  }

  /// Milliseconds are needed; 10^12 steps would take the better part of an hour.
  @ParameterizedTest
  @ValueSource(
      strings = {"../", "%2e%2E/", "a/../", "//", "?", "#", "@", ":", "[", "%", "é", "\t", "/"})
  void aHugeReferenceTakesLinearTime(String piece) {
    var base = CrawlUrl.of("http://h/" + "a/".repeat(100_000));
    var huge = piece.repeat(1_000_000 / piece.length());
    var forms = List.of(huge, "/x" + huge, "//" + huge + "/" + huge, "//u:" + huge + "@h/");

    var results =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> forms.stream().map(base::resolve).toList());

    assertThat(results.get(1)).isInstanceOf(UrlResult.Valid.class);
  }

  @Test
  void noLengthIsRefusedHere() {
    assertThat(resolve("http://h/", LONG)).isEqualTo("http://h/" + LONG);
    assertThat(resolve("http://h/", "//" + LONG)).isEqualTo("http://" + LONG + "/");
  }
}
