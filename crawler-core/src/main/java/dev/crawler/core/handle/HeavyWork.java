package dev.crawler.core.handle;

import dev.crawler.core.fetch.FetchResult;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Lets no more large answers be handled at once than there are processors. More would be no
/// quicker, and each may become a hundred megabytes on the way: with hundreds of threads that all
/// handle what they have fetched, a site of bombs would take the whole heap. Small answers never
/// wait here. *Thread-safe.*
final class HeavyWork {
  /// A body that is plain grows tenfold at most on its way through decoder and parser.
  private static final int LARGE = 1 << 18;

  /// A coded one can grow a thousandfold before that.
  private static final int LARGE_IF_CODED = 1 << 12;

  private final Semaphore places;

  HeavyWork(int places) {
    this.places = new Semaphore(places);
  }

  static HeavyWork ofThisMachine() {
    return new HeavyWork(Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  /// Runs the work that the result makes, at once or when there is a place.
  <T> T run(FetchResult result, Supplier<T> work) {
    if (!isHeavy(result)) {
      return work.get();
    }
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static boolean isHeavy(FetchResult result) {
    return result instanceof FetchResult.Response response
        && response.body().length > LARGE_IF_CODED
        && (response.body().length > LARGE
            || response.headers().first("Content-Encoding").isPresent());
  }
}
