package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.record.PageRecord;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("spec:C1")
class EncodingTest {
  private final Tasks tasks = new Tasks();

  @ParameterizedTest
  @CsvSource({
    "utf8, UTF-8",
    "' UTF-8 ', UTF-8",
    "iso-8859-1, windows-1252",
    "us-ascii, windows-1252",
    "gb2312, GBK",
    "sjis, Shift_JIS",
    "iso-8859-9, windows-1254",
    "tis-620, windows-874",
    "utf-16, UTF-16LE",
    "unicodefffe, UTF-16BE",
    "iso-8859-8-i, ISO-8859-8-I",
    "l6, ISO-8859-10",
    "iso885914, ISO-8859-14",
    "x-mac-ukrainian, x-mac-cyrillic",
    "ks_c_5601-1987, EUC-KR"
  })
  void aLabelInTheHeaderIsReadByTheStandardsTable(String label, String name) {
    var content = content(new byte[] {'x'}, "text/html; charset=\"" + label + "\"");

    assertThat(content.charset()).isEqualTo(name);
    assertThat(content.charsetSource()).isEqualTo("header");
  }

  @Test
  void theByteOrderMarkWinsOverTheHeaderAndIsNotText() {
    var record = record("\uFEFF<title>ä".getBytes(UTF_8), "text/html; charset=iso-8859-2");

    assertThat(source(record)).isEqualTo("UTF-8 bom");
    assertThat(title(record)).isEqualTo("ä");
  }

  @Test
  void sixteenBitTextWithAMarkIsDecoded() {
    var record = record("\uFEFF<title>ä".getBytes(UTF_16LE), "text/html");

    assertThat(source(record)).isEqualTo("UTF-16LE bom");
    assertThat(title(record)).isEqualTo("ä");
  }

  @Test
  void theHeaderWinsOverThePage() {
    var record =
        record(
            "<meta charset=utf-8><title>\u00E4".getBytes(ISO_8859_1), "text/html;charset=latin1");

    assertThat(source(record)).isEqualTo("windows-1252 header");
    assertThat(title(record)).isEqualTo("ä");
  }

  @ParameterizedTest
  @CsvSource({"bogus", "hz-gb-2312", "x-user-defined", "utf-7", "''"})
  void aLabelThatIsNotKnownFallsToTheNextRule(String label) {
    var type = "text/html; charset=" + label;

    assertThat(source(record("<meta charset=koi8-r>".getBytes(UTF_8), type)))
        .isEqualTo("KOI8-R meta");
    assertThat(source(record(new byte[0], type))).isEqualTo("windows-1252 default");
  }

  @ParameterizedTest
  @CsvSource({
    "utf-16, UTF-8",
    "utf-16be, UTF-8",
    "x-user-defined, windows-1252",
    "iso-8859-2, ISO-8859-2"
  })
  void aPageThatCouldBeReadIsNotInSixteenBits(String label, String name) {
    var html = "<meta charset=" + label + ">";

    assertThat(source(record(html.getBytes(UTF_8), "text/html"))).isEqualTo(name + " meta");
  }

  @Test
  void aMetaElementThatOnlyTheParserSeesStillCounts() {
    var html = "<!-- " + "x".repeat(2000) + " --><meta charset=utf-8><title>ä";

    var record = record(html.getBytes(UTF_8), "text/html");

    assertThat(source(record)).isEqualTo("UTF-8 meta");
    assertThat(title(record)).isEqualTo("ä");
  }

  @Test
  void aMetaElementInTemplateOrTextDoesNotCount() {
    var html = "<!-- " + "x".repeat(2000) + " --><script>'<meta charset=utf-8>'</script>";

    assertThat(source(record(html.getBytes(UTF_8), "text/html"))).isEqualTo("windows-1252 default");
  }

  @Test
  void anXmlDeclarationCounts() {
    var xml = "<?xml version='1.0' encoding='iso-8859-2'?><html><title>x</title></html>";

    assertThat(source(record(xml.getBytes(UTF_8), "application/xhtml+xml")))
        .isEqualTo("ISO-8859-2 meta");
  }

  @Test
  void xhtmlThatSaysNothingIsUtf8() {
    var record = record("<title>ä</title>".getBytes(UTF_8), "application/xhtml+xml");

    assertThat(source(record)).isEqualTo("UTF-8 default");
    assertThat(title(record)).isEqualTo("ä");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, 80, 20AC",
    "windows-1252, 81, 81",
    "windows-1252, 9d, 9d",
    "windows-1253, d2, fffd",
    "windows-874, 81, 81",
    "iso-8859-10, a1, 104",
    "iso-8859-14, ff, ff",
    "iso-8859-14, f0, 175",
    "koi8-r, c1, 430",
    "big5, a440, 4e00",
    "gbk, d2bb, 4e00",
    "shift_jis, 88ea, 4e00",
    "euc-jp, b0ec, 4e00",
    "euc-kr, ece9, 4e00",
    "utf-8, ff, fffd",
    "utf-8, eda080, fffd",
    "utf-8, c0, fffd",
    "utf-16le, 00d8, fffd"
  })
  void octetsAreDecodedAsTheStandardSays(String label, String hex, String character) {
    var bytes = java.util.HexFormat.of().parseHex(hex);

    var text = Encodings.forLabel(label).orElseThrow().decode(bytes, 0, bytes.length);

    assertThat(text.codePointAt(0)).isEqualTo(Integer.parseInt(character, 16));
  }

  @Test
  void eachLabelOfTheTableCanBeDecodedWith() {
    var octets = new byte[256];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) i;
    }

    var text = Encodings.forLabel("windows-1252").orElseThrow().decode(octets, 0, octets.length);

    assertThat(text).hasSize(256).doesNotContain("\uFFFD");
  }

  @Test
  void severalMarksAreOneMarkAndText() {
    var out = new ByteArrayOutputStream();
    out.writeBytes("\uFEFF\uFEFF<p>".getBytes(UTF_8));

    assertThat(source(record(out.toByteArray(), "text/html"))).isEqualTo("UTF-8 bom");
  }

  private PageRecord record(byte[] body, String type) {
    return tasks.record(Tasks.response(200, body, "Content-Type", type));
  }

  private PageRecord.Content content(byte[] body, String type) {
    return requireNonNull(record(body, type).content());
  }

  private static String source(PageRecord record) {
    var content = requireNonNull(record.content());
    return content.charset() + " " + content.charsetSource();
  }

  private static String title(PageRecord record) {
    return String.valueOf(requireNonNull(record.html()).title());
  }
}
