package dev.crawler.core.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crawler.core.fetch.Headers;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spec:K4")
class CookieFileTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));

  @TempDir private Path folder;

  @Test
  void aFileOfCurlIsRead() throws IOException {
    var path = folder.resolve("cookies.txt");
    Files.writeString(
        path,
        """
        # Netscape HTTP Cookie File
        # https://curl.se/docs/http-cookies.html

        .ex.com\tTRUE\t/\tFALSE\t1893456000\twide\t1
        ex.com\tFALSE\t/a\tTRUE\t0\tnarrow\t2
        #HttpOnly_ex.com\tFALSE\t/\tFALSE\t0\tsession\t
        ex.com\tFALSE\t/\tFALSE\t1577836800\texpired\t1
        .com\tTRUE\t/\tFALSE\t0\tsuffix\t1
        ex.com\tFALSE\t/\tFALSE\tnever\tbroken\t1
        ex.com\tFALSE\t/\tFALSE\t0\tsplit\t1; x=2
        ex.com FALSE / FALSE 0 spaces 1
        """);

    var cookies = new CookieFile(path).read(CLOCK);

    assertThat(cookies.cookiesFor(CrawlUrl.of("https://ex.com/a")))
        .isEqualTo("narrow=2; wide=1; session=");
    assertThat(cookies.cookiesFor(CrawlUrl.of("http://www.ex.com/a"))).isEqualTo("wide=1");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var path = folder.resolve("cookies.txt");
    var cookies = new CookieFile(path).read(CLOCK);
    var url = CrawlUrl.of("https://www.ex.com/a/");
    cookies.take(url, Headers.of("Set-Cookie", "one=1; Domain=ex.com; Secure; Max-Age=60"));
    cookies.take(url, Headers.of("Set-Cookie", "two=\"2\"; HttpOnly", "Set-Cookie", "three="));

    new CookieFile(path).write(cookies);

    assertThat(path)
        .hasContent(
            """
            # Netscape HTTP Cookie File
            .ex.com\tTRUE\t/a\tTRUE\t1795230060\tone\t1
            www.ex.com\tFALSE\t/a\tFALSE\t0\tthree\t
            #HttpOnly_www.ex.com\tFALSE\t/a\tFALSE\t0\ttwo\t"2"
            """);
    var again = new CookieFile(path).read(CLOCK);
    assertThat(again.all()).containsExactlyInAnyOrderElementsOf(cookies.all());
  }

  @Test
  void theFileIsForItsOwnerAloneAndTakesThePlaceOfALink() throws IOException {
    var stranger = Files.writeString(folder.resolve("stranger"), "untouched");
    var path = folder.resolve("cookies.txt");
    assumeTrue(stranger.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.createSymbolicLink(path, stranger);

    new CookieFile(path).write(new Cookies(CLOCK));

    assertThat(stranger).hasContent("untouched");
    assertThat(Files.isSymbolicLink(path)).isFalse();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aFileThatCannotBeOneIsRefused() {
    assertThatIOException().isThrownBy(() -> new CookieFile(folder).read(CLOCK));
  }
}
