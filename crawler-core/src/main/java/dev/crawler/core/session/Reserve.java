package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.Link;
import java.util.Iterator;

/// Where a session keeps what waits far back, so that it takes no memory. It is asked in the
/// session's turn and may block for a moment. What cannot be written or read is thrown as a
/// [ReserveException] out of the session, which ends the crawl. It holds nothing that must survive.
/// *Confined to the session that it is given to; closed by who made it.*
public interface Reserve {
  /// Everything stays in memory.
  Reserve NONE = new NoReserve();

  /// How many links a session may keep in memory: half of them where they wait for their hosts,
  /// half where they wait for their levels. One for each host is always there.
  long room();

  /// A line of links, empty.
  Store<Link> links();

  /// A line of exclusions, empty.
  Store<Exclusion> exclusions();

  /// Keeps links that are in some order.
  Run keep(Iterator<Link> links);

  /// What waits in line: first in, first out.
  interface Store<T> {
    /// Puts something at the end.
    void add(T item);

    /// Takes out the first; only when it is not empty.
    T remove();

    /// Whether nothing is in it.
    boolean isEmpty();
  }

  /// Links in the order in which they were kept.
  interface Run {
    /// Reads them from the first on. They stay.
    Iterator<Link> read();

    /// Forgets them.
    void drop();
  }
}
