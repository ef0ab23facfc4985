package dev.crawler.core.session;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// What several iterators have, one after the other. Each is asked for when the one before has
/// nothing left. *Confined to its session.*
final class Chain<T> implements Iterator<T> {
  private final Iterator<Iterator<T>> rest;
  private Iterator<T> current = Collections.emptyIterator();

  Chain(Iterator<Iterator<T>> parts) {
    this.rest = parts;
  }

  static <T> Chain<T> of(List<Iterator<T>> parts) {
    return new Chain<>(parts.iterator());
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && rest.hasNext()) {
      current = rest.next();
    }
    return current.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
