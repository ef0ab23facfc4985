package dev.crawler.core.session;

import static java.util.Objects.requireNonNull;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Reserve.Store;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What waits in line, first in, first out: its head in memory, and in the reserve what came when
/// there was no room left. There are as many lines as hosts, most of them with few links, so one
/// that has a single item costs next to nothing. *Confined to its session.*
final class Line<T> {
  private final Room room;
  private final Function<Reserve, Store<T>> kind;
  private @Nullable T first;
  private @Nullable ArrayDeque<T> next;
  private @Nullable Store<T> rest;

  private Line(Room room, Function<Reserve, Store<T>> kind) {
    this.room = room;
    this.kind = kind;
  }

  static Line<Link> ofLinks(Room room) {
    return new Line<>(room, Reserve::links);
  }

  static Line<Exclusion> ofExclusions(Room room) {
    return new Line<>(room, Reserve::exclusions);
  }

  void add(T item) {
    if (first == null) {
      first = item;
      room.take();
    } else if (rest == null && room.isLeft()) {
      next = next == null ? new ArrayDeque<>(2) : next;
      next.add(item);
      room.take();
    } else {
      rest = rest == null ? kind.apply(room.reserve()) : rest;
      rest.add(item);
    }
  }

  boolean isEmpty() {
    return first == null;
  }

  /// The first; null when there is none.
  @Nullable T peek() {
    return first;
  }

  /// Takes out the first.
  T remove() {
    var removed = requireNonNull(first, "nothing waits");
    first = null;
    if (next != null) {
      first = next.remove();
      next = next.isEmpty() ? null : next;
    }
    if (first != null || rest == null) {
      room.give();
    } else {
      first = rest.remove();
      rest = rest.isEmpty() ? null : rest;
    }
    return removed;
  }

  /// Takes out all, one by one.
  Iterator<T> drain() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !isEmpty();
      }

      @Override
      public T next() {
        return Line.this.remove();
      }
    };
  }
}
