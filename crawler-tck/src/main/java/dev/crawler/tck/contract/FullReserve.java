package dev.crawler.tck.contract;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Reserve;
import dev.crawler.core.session.ReserveException;
import java.io.IOException;
import java.util.Iterator;

/// A reserve on a disk that is full. *Immutable.*
///
/// @param room links that a session may keep before it gets to know
/// @param cause what it gets to know
record FullReserve(long room, IOException cause) implements Reserve {
  @Override
  public Store<Link> links() {
    throw new ReserveException(cause);
  }

  @Override
  public Store<Exclusion> exclusions() {
    throw new ReserveException(cause);
  }

  @Override
  public Run keep(Iterator<Link> links) {
    throw new ReserveException(cause);
  }
}
