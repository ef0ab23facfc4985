package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.fetch.SitemapVerdict.Listed;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.ArrayList;
import java.util.List;

/// Reads a sitemap as sitemaps.org has it: XML with pages or with further sitemaps, a text with one
/// URL a line; also an RSS or Atom feed. Reads no further than [#MAX_URLS] entries, and uses what
/// came before a flaw. *Confined to one thread.*
public final class SitemapReader {
  /// Entries of one sitemap; the protocol allows no more.
  public static final int MAX_URLS = 50_000;

  private static final String MARK = "\u00EF\u00BB\u00BF";

  private final List<CrawlUrl> pages = new ArrayList<>();
  private final List<CrawlUrl> sitemaps = new ArrayList<>();
  private int unusable;
  private boolean cut;

  SitemapReader() {}

  /// What the first bytes of an array list.
  ///
  /// @param truncated whether there were more bytes
  /// @return [SitemapVerdict.Listed], or [SitemapVerdict.Unavailable] when it is no sitemap
  public static SitemapVerdict read(byte[] bytes, int length, boolean truncated) {
    var reader = new SitemapReader();
    int start = start(bytes, length);
    boolean sitemap =
        start < length && (bytes[start] == '<' || isUtf16(bytes, length))
            ? new SitemapXml(reader).read(bytes, start, length)
            : reader.readText(new String(bytes, start, length - start, UTF_8));
    return sitemap
        ? new Listed(reader.pages, reader.sitemaps, reader.unusable, reader.cut || truncated)
        : new SitemapVerdict.Unavailable("it is no sitemap");
  }

  private static int start(byte[] bytes, int length) {
    int start = 0;
    while (start < Math.min(MARK.length(), length) && (bytes[start] & 0xFF) == MARK.charAt(start)) {
      start++;
    }
    while (start < length && Ascii.isSpace(bytes[start])) {
      start++;
    }
    return start;
  }

  /// A text of URLs is UTF-8; only XML may be UTF-16.
  private static boolean isUtf16(byte[] bytes, int length) {
    int mark = length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  private boolean readText(String text) {
    for (var line : (Iterable<String>) text.lines()::iterator) {
      if (!line.isBlank() && !add(line, pages)) {
        break;
      }
    }
    return !pages.isEmpty() || unusable == 0;
  }

  boolean addPage(String text) {
    return add(text, pages);
  }

  boolean addSitemap(String text) {
    return add(text, sitemaps);
  }

  /// What comes after cannot be read, or is not wanted.
  void cut() {
    cut = true;
  }

  /// Takes in an entry; false when there is no room for another.
  private boolean add(String text, List<CrawlUrl> list) {
    if (pages.size() + sitemaps.size() + unusable == MAX_URLS) {
      cut = true;
      return false;
    }
    if (CrawlUrl.parse(text.strip()) instanceof UrlResult.Valid(var url)) {
      list.add(url.request());
    } else {
      unusable++;
    }
    return true;
  }
}
