package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.url.CrawlUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsPatternTest {
  @ParameterizedTest
  @CsvSource({
    "/*.php$, /a.php.php, true",
    "/*.php$, /a.php?x, false",
    "/*a$, /aba, true",
    "/a*b*c, /a-b-b-c-d, true",
    "/a*b*c, /acb, false",
    "/%66oo, /foo, true",
    "/foo, /%66oo, true",
    "/ä, /%C3%A4, true",
    "/%c3%a4, /%C3%A4, true",
    "/a%2fb, /a/b, false",
    "/a%2fb, /a%2Fb, true",
    "/%zz, /%zz, true",
    "/a|b, /a|b, true",
    "/a%7Cb, /a|b, true",
    "/x[, /x[, true",
    "/a b, /a%20b, true",
    "/a%2Ab, /a*b, true",
    "/a%2Ab, /axb, false",
    "/a$b, /a$b, true",
    "/a%24, /a$, true",
    "/?q, /?q=1, true",
    "/*?, /a, false",
    "/*&x=, /a?b&x=1, true",
    "/Fish, /fish, false",
    "fish, /fish, false",
    "*fish, /fish, true",
    "$, /, false",
    "*, /, true",
    "/***a, /xa, true",
    "/index.html, /, false"
  })
  void aPatternMatchesPathAndQueryFromTheirStart(String pattern, String path, boolean matches) {
    var octets = new String(pattern.getBytes(UTF_8), ISO_8859_1);
    var url = CrawlUrl.of("http://ex.com" + path);

    assertThat(RobotsPattern.of(octets).matches(RobotsPattern.normalised(url.pathAndQuery())))
        .isEqualTo(matches);
  }
}
