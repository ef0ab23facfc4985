package dev.crawler.core.journal;

import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.fetch.SitemapsRead.Named;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How what came of sitemaps is written and read. *No state.*
final class SitemapEntry {
  private static final int LISTED = 0;
  private static final int MOVED = 1;
  private static final int UNAVAILABLE = 2;

  private SitemapEntry() {}

  static void write(Frame frame, Named named) {
    frame.begin(EntryKind.NAMED).text(named.robotsTxt().href()).number(named.texts().size());
    named.texts().forEach(frame::text);
  }

  static Named named(FrameReader entry) throws IOException {
    var robotsTxt = CrawlUrl.of(entry.text());
    var texts = new ArrayList<String>();
    for (long left = entry.number(); left > 0; left--) {
      texts.add(entry.text());
    }
    return new Named(robotsTxt, texts);
  }

  static void write(Frame frame, CrawlUrl sitemap, SitemapVerdict verdict) {
    frame.begin(EntryKind.SITEMAP).text(sitemap.key());
    switch (verdict) {
      case SitemapVerdict.Listed(var pages, var sitemaps, var unusable, var cut) -> {
        frame.put(LISTED).number(unusable).put(cut ? 1 : 0);
        write(frame, pages);
        write(frame, sitemaps);
      }
      case SitemapVerdict.Moved(var target) -> frame.put(MOVED).text(target.href());
      case SitemapVerdict.Unavailable(var why) -> frame.put(UNAVAILABLE).text(why);
    }
  }

  private static void write(Frame frame, List<CrawlUrl> urls) {
    frame.number(urls.size());
    var former = "";
    for (var url : urls) {
      frame.text(url.href(), former);
      former = url.href();
    }
  }

  /// What follows the key.
  static SitemapVerdict verdict(FrameReader entry) throws IOException {
    return switch (entry.get()) {
      case MOVED -> new SitemapVerdict.Moved(CrawlUrl.of(entry.text()));
      case UNAVAILABLE -> new SitemapVerdict.Unavailable(entry.text());
      default -> {
        int unusable = (int) entry.number();
        boolean cut = entry.get() == 1;
        yield new SitemapVerdict.Listed(urls(entry), urls(entry), unusable, cut);
      }
    };
  }

  private static List<CrawlUrl> urls(FrameReader entry) throws IOException {
    var urls = new ArrayList<CrawlUrl>();
    var former = "";
    for (long left = entry.number(); left > 0; left--) {
      former = entry.text(former);
      urls.add(CrawlUrl.of(former));
    }
    return urls;
  }
}
