package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Reason;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/// What is refused and waits for its record. What is cancelled stays where it was until its turn
/// comes, for there may be more of it than memory can take. *Confined to its session.*
final class Exclusions {
  private final Line<Exclusion> waiting;
  private Iterator<Link> cancelled = Collections.emptyIterator();

  Exclusions(Room room) {
    this.waiting = Line.ofExclusions(room);
  }

  void add(Link link, Reason reason) {
    waiting.add(Exclusion.of(link, reason));
  }

  void addText(String text, ExclusionReason reason, String why) {
    waiting.add(Exclusion.ofText(text, reason, why));
  }

  /// Excludes these, too, when everything before has its record.
  void cancel(Iterator<Link> links) {
    cancelled = links;
  }

  boolean isEmpty() {
    return waiting.isEmpty() && !cancelled.hasNext();
  }

  Optional<Exclusion> poll() {
    if (!waiting.isEmpty()) {
      return Optional.of(waiting.remove());
    }
    return cancelled.hasNext()
        ? Optional.of(Exclusion.of(cancelled.next(), ExclusionReason.CANCELLED))
        : Optional.empty();
  }
}
