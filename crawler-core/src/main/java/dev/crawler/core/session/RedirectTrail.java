package dev.crawler.core.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.fingerprint.Fingerprints;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The least number of redirects by which each redirect target was reached, so that the redirect
/// limit falls on the same URLs whichever way is answered first: entering a long chain in its
/// middle must save its end even when the long way was quicker. Holds URLs that redirect or are
/// redirected to, no others, at some 30 bytes, and the text of each target, which is asked for
/// rarely. *Confined to its session.*
final class RedirectTrail {
  /// Numbers of a stop: its hops and one, and the number of its target and one; 0 when there is
  /// none.
  private static final int HOPS = 0;

  private static final int TARGET = 1;

  private final Fingerprints stops = Fingerprints.with(2);
  private final List<byte[]> targets = new ArrayList<>();

  /// Notes how a URL was reached that is now taken on.
  void reached(Link link) {
    if (link.hops() > 0) {
      stops.number(link.url().key(), HOPS, link.hops() + 1);
    }
  }

  /// The link to the target of a redirect, with the least hops known.
  Link follow(Link from, CrawlUrl target) {
    var key = from.url().key();
    if (stops.number(key, HOPS) == 0) {
      stops.number(key, HOPS, from.hops() + 1);
    }
    note(key, target);
    return new Link(target, from.depth(), stops.number(key, HOPS), from.referrer());
  }

  private void note(String key, CrawlUrl target) {
    var text = target.href().getBytes(UTF_8);
    int number = stops.number(key, TARGET);
    if (number == 0) {
      targets.add(text);
      stops.number(key, TARGET, targets.size());
    } else {
      targets.set(number - 1, text);
    }
  }

  /// Whether a known URL is now reached by fewer redirects than before.
  boolean isShorter(Link link) {
    return link.hops() + 1 < stops.number(link.url().key(), HOPS);
  }

  /// A known URL is reached again: when the way is shorter and it has redirected, its target is to
  /// be looked at again, at the end of this way.
  Optional<Link> shorten(Link link) {
    if (!isShorter(link)) {
      return Optional.empty();
    }
    var key = link.url().key();
    stops.number(key, HOPS, link.hops() + 1);
    int number = stops.number(key, TARGET);
    return number == 0
        ? Optional.empty()
        : Optional.of(link.redirect(CrawlUrl.of(new String(targets.get(number - 1), UTF_8))));
  }
}
