package dev.crawler.processes.worker;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Does with many things at the same time what is mostly waiting. *No state.*
final class AtOnce {
  private AtOnce() {}

  /// Does it with all of them, each on a virtual thread, and returns when all is done. Throws what
  /// one of them has thrown.
  static <T> void forEach(Collection<T> all, Consumer<T> action) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all.stream()
          .map(one -> CompletableFuture.runAsync(() -> action.accept(one), threads))
          .toList()
          .forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> throw e;
      }
    }
  }
}
