package dev.crawler.cli.warc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/// A small stock of benches. The one given back last is lent first: its tables, a quarter of a
/// megabyte, may still be in a core's cache, which is half of what a record costs. *Thread-safe.*
final class BenchPool implements AutoCloseable {
  private static final int KEPT = 32;

  private final Supplier<RecordFrame> frames;
  private final Deque<RecordBench> stock = new ArrayDeque<>();

  BenchPool(Supplier<RecordFrame> frames) {
    this.frames = frames;
  }

  /// A bench for this thread alone, until it is given back.
  RecordBench borrow() {
    synchronized (stock) {
      var bench = stock.pollFirst();
      if (bench != null) {
        return bench;
      }
    }
    return new RecordBench(frames.get());
  }

  /// Takes a bench back.
  void giveBack(RecordBench bench) {
    synchronized (stock) {
      if (stock.size() < KEPT) {
        stock.addFirst(bench);
        return;
      }
    }
    bench.close();
  }

  /// Frees what lies outside the heap.
  @Override
  public void close() {
    synchronized (stock) {
      stock.forEach(RecordBench::close);
      stock.clear();
    }
  }
}
