package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/// Links of one level from several sources that are each in the order of keys, as one: in that
/// order, and of each key the link that counts. *Confined to its session.*
final class Merge implements Iterator<Link> {
  /// Of two ways to a URL on one level, the one that counts comes first.
  static final Comparator<Link> BY_REFERRER =
      Comparator.comparing((Link link) -> link.referrer() == null ? "" : link.referrer().key())
          .thenComparing(Link::url);

  private static final Comparator<Source> ORDER =
      Comparator.comparing((Source source) -> source.key)
          .thenComparing(source -> source.link, BY_REFERRER);

  private static final class Source {
    private final Iterator<Link> rest;
    private Link link;
    private String key;

    private Source(Iterator<Link> rest) {
      this.rest = rest;
      this.link = rest.next();
      this.key = link.url().key();
    }

    private void advance() {
      link = rest.next();
      key = link.url().key();
    }
  }

  private final PriorityQueue<Source> sources = new PriorityQueue<>(ORDER);

  Merge(Collection<Iterator<Link>> sorted) {
    for (var rest : sorted) {
      if (rest.hasNext()) {
        sources.add(new Source(rest));
      }
    }
  }

  @Override
  public boolean hasNext() {
    return !sources.isEmpty();
  }

  @Override
  public Link next() {
    var source = sources.peek();
    if (source == null) {
      throw new NoSuchElementException();
    }
    var link = source.link;
    var key = source.key;
    while (source != null && source.key.equals(key)) {
      sources.remove();
      if (source.rest.hasNext()) {
        source.advance();
        sources.add(source);
      }
      source = sources.peek();
    }
    return link;
  }
}
