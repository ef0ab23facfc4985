package dev.crawler.core.handle;

import dev.crawler.core.fetch.HeavyBodies;
import java.util.ArrayDeque;
import java.util.Deque;

/// A small stock of workbenches. There are as many in use as pages are being handled, which is
/// about the number of cores; a thread-local one would be made for each of ten thousand virtual
/// threads. *Thread-safe.*
final class WorkbenchPool {
  private static final int KEPT = 32;

  private final HeavyBodies heavyBodies = HeavyBodies.forThisMachine();
  private final Deque<Workbench> stock = new ArrayDeque<>();

  /// A bench for this thread alone, until it is given back.
  Workbench borrow() {
    synchronized (stock) {
      var bench = stock.pollFirst();
      if (bench != null) {
        return bench;
      }
    }
    return new Workbench(heavyBodies);
  }

  /// Takes a bench back into stock. One on which something went wrong is closed instead of given
  /// back.
  void giveBack(Workbench bench) {
    if (bench.isSpoilt()) {
      bench.close();
      return;
    }
    bench.trim();
    synchronized (stock) {
      if (stock.size() < KEPT) {
        stock.addFirst(bench);
        return;
      }
    }
    bench.close();
  }
}
