package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.fetch.SitemapVerdict.Listed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapReaderTest {
  private static final String SET = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";

  @Tag("spec:T2")
  @Test
  void pagesAreReadInTheirOrder() {
    var listed =
        listed(
            "\uFEFF<?xml version='1.0' encoding='UTF-8'?>"
                + SET
                + "<url><loc>\n http://ex.com/b?x=1&amp;y=2 </loc><lastmod>2026</lastmod></url>"
                + "<url><image:image xmlns:image='i'><image:loc>http://ex.com/p.png</image:loc>"
                + "</image:image><loc><![CDATA[http://ex.com/faß]]></loc></url></urlset>");

    assertThat(hrefs(listed)).containsExactly("http://ex.com/b?x=1&y=2", "http://ex.com/fa%C3%9F");
    assertThat(listed.cut()).isFalse();
  }

  @Tag("spec:T2")
  @Test
  void anIndexListsSitemaps() {
    var listed =
        listed("<sitemapindex><sitemap><loc>http://ex.com/1.xml</loc></sitemap></sitemapindex>");

    assertThat(listed.pages()).isEmpty();
    assertThat(listed.sitemaps())
        .extracting(url -> url.href())
        .containsExactly("http://ex.com/1.xml");
  }

  @Tag("spec:T2")
  @Test
  void textsAndFeedsAreReadToo() {
    assertThat(hrefs(listed("http://ex.com/a\r\n\n http://ex.com/b \n")))
        .containsExactly("http://ex.com/a", "http://ex.com/b");
    assertThat(
            hrefs(
                listed(
                    "<rss><channel><link>http://ex.com/</link><item><title>x</title>"
                        + "<link>http://ex.com/a</link></item></channel></rss>")))
        .containsExactly("http://ex.com/a");
    assertThat(
            hrefs(
                listed(
                    "<feed xmlns='http://www.w3.org/2005/Atom'><link href='http://ex.com/'/><entry>"
                        + "<link rel='edit' href='http://ex.com/e'/><link href='http://ex.com/a'/>"
                        + "</entry></feed>")))
        .containsExactly("http://ex.com/a");
  }

  @Tag("spec:T2")
  @Test
  void whatIsNoUrlIsCounted() {
    var listed =
        listed(
            SET
                + "<url><loc>/relative</loc></url><url><loc>mailto:x</loc></url><url><loc/></url>"
                + "<url><loc>http://ex.com/</loc></url></urlset>");

    assertThat(hrefs(listed)).containsExactly("http://ex.com/");
    assertThat(listed.unusable()).isEqualTo(3);
  }

  @Tag("spec:T2")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><a href='/'>no</a></body></html>",
        "<!DOCTYPE html><html><head>",
        "<",
        "<<<",
        "Not found",
        "{\"error\":404}"
      })
  void whatIsNoSitemapIsSaidSo(String text) {
    assertThat(read(text.getBytes(UTF_8))).isInstanceOf(SitemapVerdict.Unavailable.class);
  }

  @Tag("spec:T2")
  @Test
  void whatComesBeforeAFlawCounts() {
    var listed = listed(SET + "<url><loc>http://ex.com/a</loc></url><url><loc>http://ex.com/b");

    assertThat(hrefs(listed)).containsExactly("http://ex.com/a");
    assertThat(listed.cut()).isTrue();
  }

  @Tag("spec:T3")
  @Test
  void noMoreThanFiftyThousandEntriesCount() {
    var text = new StringBuilder();
    for (int i = 0; i < 50_001; i++) {
      text.append("http://ex.com/").append(i).append('\n');
    }

    var listed = listed(text.toString());

    assertThat(listed.pages()).hasSize(50_000);
    assertThat(listed.cut()).isTrue();
  }

  @Tag("spec:T3")
  @Test
  void nothingOutsideTheDocumentIsRead(@TempDir Path folder) throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "http://ex.com/secret");
    var xml =
        "<!DOCTYPE urlset [<!ENTITY xxe SYSTEM '%s'>]>%s<url><loc>&xxe;</loc></url></urlset>"
            .formatted(secret.toUri(), SET);

    assertThat(read(xml.getBytes(UTF_8)).toString()).doesNotContain("secret");
  }

  @Tag("spec:T3")
  @Test
  void entitiesDoNotMultiply() {
    var xml = new StringBuilder("<!DOCTYPE urlset [<!ENTITY a0 'http://ex.com/'>");
    for (int i = 1; i < 40; i++) {
      xml.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
    }
    xml.append("]>").append(SET).append("<url><loc>&a39;</loc></url></urlset>");

    var verdict = read(xml.toString().getBytes(UTF_8));

    assertThat(verdict.toString()).hasSizeLessThan(1000);
  }

  @Tag("spec:T3")
  @Test
  void aMillionNestedElementsAreNotFollowed() {
    var listed = listed(SET + "<url><loc>http://ex.com/</loc></url>" + "<a>".repeat(1_000_000));

    assertThat(hrefs(listed)).containsExactly("http://ex.com/");
    assertThat(listed.cut()).isTrue();
  }

  @Tag("spec:T2")
  @Test
  void otherEncodingsAreRead() {
    var xml =
        "<?xml version='1.0' encoding='UTF-16'?>"
            + SET
            + "<url><loc>http://ex.com/ä</loc></url></urlset>";

    assertThat(hrefs((Listed) read(xml.getBytes(StandardCharsets.UTF_16))))
        .containsExactly("http://ex.com/%C3%A4");
    assertThat(
            hrefs(
                (Listed)
                    read(
                        xml.replace("UTF-16", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1))))
        .containsExactly("http://ex.com/%C3%A4");
  }

  private static Listed listed(String text) {
    return (Listed) read(text.getBytes(UTF_8));
  }

  private static SitemapVerdict read(byte[] bytes) {
    return SitemapReader.read(bytes, bytes.length, false);
  }

  private static List<String> hrefs(Listed listed) {
    return listed.pages().stream().map(url -> url.href()).toList();
  }
}
