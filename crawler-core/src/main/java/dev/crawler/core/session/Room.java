package dev.crawler.core.session;

/// How much may still be kept in memory before the reserve is used; all lines of a session share
/// it. *Confined to its session.*
final class Room {
  private final Reserve reserve;
  private long left;

  Room(Reserve reserve) {
    this.reserve = reserve;
    this.left = reserve.room() / 2;
  }

  boolean isLeft() {
    return left > 0;
  }

  void take() {
    left--;
  }

  void give() {
    left++;
  }

  Reserve reserve() {
    return reserve;
  }
}
