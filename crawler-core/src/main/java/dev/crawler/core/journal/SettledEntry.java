package dev.crawler.core.journal;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a settlement is written and read. *No state.*
final class SettledEntry {
  private static final int FETCHED = 0;
  private static final int REDIRECTED = 1;
  private static final int EXCLUDED = 2;

  private SettledEntry() {}

  static void write(Frame frame, Place place, Settlement settlement, KnownLinks known) {
    frame.begin(EntryKind.SETTLED).number(place.end()).number(place.length());
    frame.number(Integer.toUnsignedLong(place.checksum()));
    place.gist().write(frame);
    frame.number(place.epoch());
    switch (settlement) {
      case Settlement.Fetched(var link, var target, var links) -> {
        frame.put(target.isPresent() ? REDIRECTED : FETCHED);
        write(frame, link.url().href(), link.depth(), link.hops(), link.referrer());
        target.ifPresent(url -> frame.text(url.href(), link.url().href()));
        write(frame, link, links, known);
      }
      case Settlement.Excluded(var exclusion) -> {
        frame.put(EXCLUDED);
        ReasonField.write(frame, exclusion.reason());
        write(frame, exclusion.url(), exclusion.depth(), exclusion.hops(), exclusion.referrer());
      }
    }
  }

  private static void write(
      Frame frame, String url, int depth, int hops, @Nullable CrawlUrl referrer) {
    frame.number(depth).number(hops).text(url).put(referrer == null ? 0 : 1);
    if (referrer != null) {
      frame.text(referrer.href(), url);
    }
  }

  private static void write(Frame frame, Link page, List<CrawlUrl> links, KnownLinks known) {
    var former = page.url().href();
    var key = links.isEmpty() ? "" : known.keyOf(page.url());
    for (var link : links) {
      var href = link.href();
      if (!known.knows(href, key, page.depth())) {
        frame.put(1).text(href, former);
        former = href;
      }
    }
    frame.put(0);
  }

  static Place place(FrameReader entry) throws IOException {
    return new Place(
        entry.number(), entry.number(), (int) entry.number(), Gist.read(entry), entry.number());
  }

  /// The URL alone, of what follows the place.
  static String url(FrameReader entry) throws IOException {
    if (entry.get() == EXCLUDED) {
      var _ = ReasonField.read(entry);
    }
    entry.number();
    entry.number();
    return entry.text();
  }

  /// What follows the place.
  static Settlement settlement(FrameReader entry) throws IOException {
    int kind = entry.get();
    if (kind == EXCLUDED) {
      return excluded(entry);
    }
    var link = link(entry);
    var target =
        kind == REDIRECTED
            ? Optional.of(CrawlUrl.of(entry.text(link.url().href())))
            : Optional.<CrawlUrl>empty();
    return new Settlement.Fetched(link, target, links(entry, link.url().href()));
  }

  private static Link link(FrameReader entry) throws IOException {
    int depth = (int) entry.number();
    int hops = (int) entry.number();
    var url = entry.text();
    return new Link(CrawlUrl.of(url), depth, hops, referrer(entry, url));
  }

  private static Settlement excluded(FrameReader entry) throws IOException {
    var reason = ReasonField.read(entry);
    int depth = (int) entry.number();
    int hops = (int) entry.number();
    var url = entry.text();
    if (reason == null) {
      throw new IOException("an exclusion in the journal has no reason");
    }
    return new Settlement.Excluded(
        new Exclusion(url, reason, null, depth, hops, referrer(entry, url)));
  }

  private static @Nullable CrawlUrl referrer(FrameReader entry, String url) throws IOException {
    return entry.get() == 0 ? null : CrawlUrl.of(entry.text(url));
  }

  private static List<CrawlUrl> links(FrameReader entry, String page) throws IOException {
    var links = new ArrayList<CrawlUrl>();
    var former = page;
    while (entry.get() == 1) {
      former = entry.text(former);
      links.add(CrawlUrl.of(former));
    }
    return links;
  }
}
