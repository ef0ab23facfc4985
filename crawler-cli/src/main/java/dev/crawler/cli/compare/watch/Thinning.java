package dev.crawler.cli.compare.watch;

/// Lets fewer and fewer samples of one crawl through, so that a long one is told in little more
/// than a short one: all of the first 300, every second of the next 300, every fourth of the 300
/// after those. *Confined to one thread.*
final class Thinning {
  private static final int DENSE = 300;

  private int seen;
  private int taken;
  private int stride = 1;

  /// Whether the next one is told.
  boolean takesNext() {
    if (seen++ % stride != 0) {
      return false;
    }
    if (++taken % DENSE == 0) {
      stride *= 2;
    }
    return true;
  }
}
