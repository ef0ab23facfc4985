package dev.crawler.core.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrawlUrlTest {
  private static final CrawlUrl FULL =
      CrawlUrl.of("https://us%65r:p%3Aw@Ex.com.:8443/a/b;c=1/?x=1&y#frag");

  @Test
  void aUrlTellsItsParts() {
    assertThat(FULL.scheme()).isEqualTo("https");
    assertThat(FULL.host()).isEqualTo("ex.com.");
    assertThat(FULL.port()).isEqualTo(8443);
    assertThat(FULL.path()).isEqualTo("/a/b;c=1/");
    assertThat(FULL.pathAndQuery()).isEqualTo("/a/b;c=1/?x=1&y");
    assertThat(FULL.origin()).isEqualTo(new Origin("https", "ex.com.", 8443));
    assertThat(FULL.href()).isEqualTo("https://us%65r:p%3Aw@ex.com.:8443/a/b;c=1/?x=1&y#frag");
  }

  @Test
  void theRequestHasTheSamePartsWithoutCredentialsAndFragment() {
    var request = FULL.request();

    assertThat(request.href()).isEqualTo("https://ex.com.:8443/a/b;c=1/?x=1&y");
    assertThat(request).isEqualTo(CrawlUrl.of(request.href()));
    assertThat(request.origin()).isEqualTo(FULL.origin());
    assertThat(request.hostKey()).isEqualTo(FULL.hostKey());
    assertThat(request.pathAndQuery()).isEqualTo(FULL.pathAndQuery());
    assertThat(request.path()).isEqualTo(FULL.path());
    assertThat(request.userInfo()).isEmpty();
  }

  @Test
  void aUrlWithoutCredentialsAndFragmentIsItsOwnRequest() {
    var url = CrawlUrl.of("http://ex.com/a?b");

    assertThat(url.request()).isSameAs(url);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/, ''",
    "http://@h/, ''",
    "http://:@h/, ''",
    "http://u@h/, u:",
    "http://u:@h/, u:",
    "http://:p@h/, :p",
    "http://u:p@h/, u:p",
    "http://u:p:q@h/, u:p:q",
    "http://a@b:c@h/, a@b:c",
    "http://%C3%BC:%2F@h/, ü:/",
    "http://h/u:p@x, ''",
  })
  void userInformationIsDecodedForHttpBasic(String input, String userInfo) {
    assertThat(CrawlUrl.of(input).userInfo()).isEqualTo(userInfo);
  }

  @Test
  void noPrintedFormHasCredentials() {
    assertThat(FULL).hasToString("https://ex.com.:8443/a/b;c=1/?x=1&y");
    assertThat(CrawlUrl.parse("http://user:secret@h/").toString()).doesNotContain("secret");
    assertThatThrownBy(() -> CrawlUrl.of("http://user:secret@h:99999/"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("port")
        .doesNotContain("secret");
    assertThatThrownBy(() -> CrawlUrl.of("ftp://user:secret@h/"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("ftp")
        .doesNotContain("secret");
  }

  @Test
  void aConstantThatIsNoUrlIsNamed() {
    assertThatThrownBy(() -> CrawlUrl.of("/a/b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/a/b")
        .hasMessageContaining("without a base");
  }

  @ParameterizedTest
  @CsvSource({
    "http://ex.com/, ex.com, 80",
    "https://ex.com/, ex.com, 443",
    "http://ex.com./, ex.com, 80",
    "HTTP://EX.com:80, ex.com, 80",
    "http://ex.com:443/, ex.com:443, 443",
    "https://ex.com:80/, ex.com:80, 80",
    "http://ex.com.:8080/, ex.com:8080, 8080",
    "http://ex.com../, ex.com., 80",
    "http://./, ., 80",
    "http://h:0/, h:0, 0",
    "http://h:65535/, h:65535, 65535",
    "http://u:p@[::1]:81/, [::1]:81, 81",
    "http://127.1./, 127.0.0.1, 80",
  })
  void aHostKeyHasNoTrailingDotAndNoStandardPort(String input, String hostKey, int port) {
    var url = CrawlUrl.of(input);

    assertThat(url.hostKey()).isEqualTo(new HostKey(hostKey));
    assertThat(url.port()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://ex.com/, ftp",
    "mailto:a@b.c, mailto",
    "JavaScript:alert(1), javascript",
    "'data:text/html,x', data",
    "file:///etc/passwd, file",
    "tel:+49-1, tel",
    "blob:http://h/x, blob",
    "about:blank, about",
    "ws://h/, ws",
    "httpx://h/, httpx",
    "h+t-t.p:x, h+t-t.p",
  })
  void otherSchemesAreUnsupported(String input, String scheme) {
    var unsupported = new UrlResult.Unsupported(scheme);

    assertThat(CrawlUrl.parse(input)).isEqualTo(unsupported);
    assertThat(FULL.resolve(" " + input)).isEqualTo(unsupported);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "/", "a", "//h/", "?q", "#f", "1:x", ":80", "http", "-a:b", "é:"})
  void aRelativeReferenceNeedsABase(String input) {
    assertThat(CrawlUrl.parse(input)).isInstanceOf(UrlResult.Invalid.class);
  }

  @Test
  void urlsAreEqualAndOrderedByTheirHref() {
    var first = CrawlUrl.of("http://a/");

    assertThat(first).isEqualTo(CrawlUrl.of("HTTP:a")).hasSameHashCodeAs(CrawlUrl.of("HTTP:a"));
    assertThat(first).isNotEqualTo(CrawlUrl.of("http://a/#"));
    assertThat(first).isLessThan(CrawlUrl.of("http://b/"));
  }
}
