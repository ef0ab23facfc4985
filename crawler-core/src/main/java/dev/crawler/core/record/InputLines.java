package dev.crawler.core.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Lines in the order of the list. One that is not the next is held back, and never whoever brings
/// it: in a crawl that waits for its output, the next line might never come. Records that are not
/// of the list, which are those of redirect targets, come last, in the order of their keys.
/// *Confined to one thread at a time.*
final class InputLines implements Lines {
  private final CompletionLines out;
  private final InputOrder order;
  private final LineStore store;
  private final List<Stray> strays = new ArrayList<>();

  /// Where in the store the line of each rank is; 0 where it is not.
  private long[] held = new long[16];

  private int next;

  /// A record that is not of the list.
  private record Stray(String key, long place) {}

  InputLines(CompletionLines out, InputOrder order) {
    this.out = out;
    this.order = order;
    this.store = order.store();
  }

  @Override
  public void add(PageRecord page, RecordLine line) throws IOException {
    int rank = order.rankOf(page);
    if (rank == next) {
      out.add(page, line);
      next++;
      release();
    } else if (rank > next && !isHeld(rank)) {
      hold(rank, line);
    } else {
      strays.add(new Stray(InputOrder.key(page.url()), store.keep(line)));
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /// Writes everything, also when a rank was left out, as in a crawl that was broken off.
  @Override
  public void close() throws IOException {
    try (out;
        store) {
      for (; next < held.length; next++) {
        if (isHeld(next)) {
          store.release(held[next], out.begun());
        }
      }
      strays.sort(Comparator.comparing(Stray::key));
      for (var stray : strays) {
        store.release(stray.place(), out.begun());
      }
    }
  }

  private void hold(int rank, RecordLine line) throws IOException {
    if (rank >= held.length) {
      held = Arrays.copyOf(held, Math.max(rank + 1, held.length * 2));
    }
    held[rank] = store.keep(line);
  }

  private boolean isHeld(int rank) {
    return rank < held.length && held[rank] != 0;
  }

  private void release() throws IOException {
    var begun = out.begun();
    for (; isHeld(next); next++) {
      store.release(held[next], begun);
    }
  }
}
