package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.fingerprint.Fingerprints;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Those of some links whose keys are not known, which are known from then on. *Confined to its
/// session.*
final class Unseen implements Iterator<Link> {
  private final Iterator<Link> links;
  private final Fingerprints seen;
  private @Nullable Link next;

  Unseen(Iterator<Link> links, Fingerprints seen) {
    this.links = links;
    this.seen = seen;
  }

  @Override
  public boolean hasNext() {
    while (next == null && links.hasNext()) {
      var link = links.next();
      next = seen.add(link.url().key()) ? link : null;
    }
    return next != null;
  }

  @Override
  public Link next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var link = next;
    next = null;
    return link;
  }
}
