package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.Link;
import java.util.Iterator;

/// None, which is never asked for anything but its room. *Immutable.*
record NoReserve() implements Reserve {
  @Override
  public long room() {
    return Long.MAX_VALUE;
  }

  @Override
  public Store<Link> links() {
    throw new IllegalStateException("there is room for all");
  }

  @Override
  public Store<Exclusion> exclusions() {
    throw new IllegalStateException("there is room for all");
  }

  @Override
  public Run keep(Iterator<Link> links) {
    throw new IllegalStateException("there is room for all");
  }
}
