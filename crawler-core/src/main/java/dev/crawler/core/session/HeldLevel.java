package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Reserve.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The links of one level that is held back: in memory, and in the reserve as runs in the order of
/// keys. *Confined to its session.*
final class HeldLevel {
  /// So many runs are made one, so that few are read at the same time and what came twice is kept
  /// once.
  private static final int MOST_RUNS = 32;

  private final Reserve reserve;
  private final Map<String, Link> links = new HashMap<>();

  /// Runs by how often they were merged; each is made of 32 of the kind before it.
  private final List<List<Kept>> runs = new ArrayList<>();

  private long kept;

  private record Kept(Run run, long size) {}

  /// Counts what is kept.
  private static final class Counted implements Iterator<Link> {
    private final Iterator<Link> links;
    private long count;

    private Counted(Iterator<Link> links) {
      this.links = links;
    }

    @Override
    public boolean hasNext() {
      return links.hasNext();
    }

    @Override
    public Link next() {
      count++;
      return links.next();
    }
  }

  HeldLevel(Reserve reserve) {
    this.reserve = reserve;
  }

  void offer(Link link) {
    links.merge(link.url().key(), link, (a, b) -> Merge.BY_REFERRER.compare(a, b) <= 0 ? a : b);
  }

  int inMemory() {
    return links.size();
  }

  /// How many links, those in several runs counted several times.
  long size() {
    return links.size() + kept;
  }

  /// Moves what is in memory to the reserve.
  void spill() {
    keep(sorted(), 0);
    links.clear();
  }

  private void keep(Iterator<Link> sorted, int generation) {
    var counted = new Counted(sorted);
    var run = reserve.keep(counted);
    if (runs.size() == generation) {
      runs.add(new ArrayList<>());
    }
    var peers = runs.get(generation);
    peers.add(new Kept(run, counted.count));
    kept += counted.count;
    if (peers.size() == MOST_RUNS) {
      keep(merged(peers), generation + 1);
      peers.forEach(this::forget);
      peers.clear();
    }
  }

  /// All links in the order of their keys. They stay.
  Iterator<Link> read() {
    if (runs.isEmpty()) {
      return sorted();
    }
    var sources = new ArrayList<Iterator<Link>>();
    runs.forEach(peers -> sources.add(merged(peers)));
    sources.add(sorted());
    return new Merge(sources);
  }

  /// The same, for the last time: what is in the reserve is dropped when all is read.
  Iterator<Link> takeOut() {
    var all = read();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        if (!all.hasNext()) {
          drop();
          return false;
        }
        return true;
      }

      @Override
      public Link next() {
        return all.next();
      }
    };
  }

  private void drop() {
    links.clear();
    runs.forEach(peers -> peers.forEach(this::forget));
    runs.clear();
  }

  private void forget(Kept run) {
    run.run.drop();
    kept -= run.size;
  }

  private static Merge merged(List<Kept> peers) {
    return new Merge(peers.stream().map(kept -> kept.run.read()).toList());
  }

  private Iterator<Link> sorted() {
    return links.values().stream()
        .sorted(Comparator.comparing(link -> link.url().key()))
        .iterator();
  }
}
