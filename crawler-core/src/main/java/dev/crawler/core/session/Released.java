package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Consumer;

/// What is left of the level that was released last: a large level must not hold up its owner's
/// turn, and need not be in memory. *Confined to its session.*
final class Released {
  /// Links that are taken on at once.
  private static final int BATCH = 10_000;

  private Iterator<Link> links = Collections.emptyIterator();

  /// Begins with a level; what is left of the one before is to be taken on first.
  void begin(Iterator<Link> level) {
    links = level;
  }

  boolean isOver() {
    return !links.hasNext();
  }

  /// Gives some more; false when there is nothing left.
  boolean giveSome(Consumer<Link> taker) {
    boolean gives = links.hasNext();
    for (int i = 0; i < BATCH && links.hasNext(); i++) {
      taker.accept(links.next());
    }
    return gives;
  }

  void giveRest(Consumer<Link> taker) {
    links.forEachRemaining(taker);
  }

  /// Takes the rest away.
  Iterator<Link> drain() {
    var rest = links;
    links = Collections.emptyIterator();
    return rest;
  }
}
