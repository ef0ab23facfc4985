package dev.crawler.tck.site;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How the text of a page becomes bytes, and how a reader can tell.
enum PageCharset {
  UTF_8_BY_HEADER(StandardCharsets.UTF_8, "utf-8", "", "UTF-8", "Plaça ✓ 页"),
  UTF_8_BY_META(StandardCharsets.UTF_8, "", "utf-8", "UTF-8", "Ζωή ☃"),
  LATIN_BY_HEADER(windows(), "iso-8859-1", "utf-8", "windows-1252", "Café – “naïve”"),
  LATIN_BY_DEFAULT(windows(), "", "", "windows-1252", "Übergröße €"),
  UTF_16_BY_BOM(StandardCharsets.UTF_16LE, "utf-8", "", "UTF-16LE", "Zürich 東京"),
  GBK_BY_META(Charset.forName("GBK"), "", "gb2312", "GBK", "页面 目录");

  private final Charset charset;
  private final String header;
  private final String meta;
  private final String standardName;
  private final String sample;

  PageCharset(Charset charset, String header, String meta, String standardName, String sample) {
    this.charset = charset;
    this.header = header;
    this.meta = meta;
    this.standardName = standardName;
    this.sample = sample;
  }

  /// The name by the Encoding Standard, which a record must show.
  String standardName() {
    return standardName;
  }

  /// Text that only this charset turns into the right bytes and back.
  String sample() {
    return sample;
  }

  String contentType() {
    return header.isEmpty() ? "text/html" : "text/html; charset=" + header;
  }

  String metaElement() {
    return meta.isEmpty() ? "" : "<meta charset=" + meta + ">";
  }

  byte[] encoded(String text) {
    return this == UTF_16_BY_BOM ? ("\uFEFF" + text).getBytes(charset) : text.getBytes(charset);
  }

  private static Charset windows() {
    return Charset.forName("windows-1252");
  }
}
