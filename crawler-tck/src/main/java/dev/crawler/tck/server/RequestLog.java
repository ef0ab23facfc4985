package dev.crawler.tck.server;

import dev.crawler.tck.site.Place;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What a server was asked, and when. *Thread-safe.*
public final class RequestLog {
  private static final int MOST = 1_000_000;

  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final AtomicInteger kept = new AtomicInteger();
  private final Map<Place, Integer> attempts = new ConcurrentHashMap<>();
  private volatile Listener listener = (_, _) -> {};

  /// Is told of each request when it has come, before it is answered, on the thread that then
  /// answers it: what happens here happens while the client waits.
  public interface Listener {
    /// A request has come.
    ///
    /// @param client port that it came from
    void asked(Place place, int client);
  }

  /// One request. Both times lie within the time that the client spent on it, so what is too close
  /// or too many by them really was.
  ///
  /// @param place what was asked for, in the form of a key
  /// @param client port that it came from, 0 where it came over no socket
  /// @param startNanos when its first byte had arrived ([System#nanoTime])
  /// @param endNanos just before the last byte of the answer was sent
  /// @param answered whether the answer was one after which there is no reason to ask again
  public record Request(
      Place place, int client, long startNanos, long endNanos, boolean answered) {}

  /// All of them, in the order in which they ended; the first million of a long run.
  public List<Request> all() {
    return List.copyOf(requests);
  }

  /// Whether all are there: none came after the first million.
  public boolean isWhole() {
    return kept.get() <= MOST;
  }

  /// Forgets everything, faults that were already shown included.
  void clear() {
    requests.clear();
    attempts.clear();
    kept.set(0);
  }

  /// Counts a request that is to be answered: how often its place has been asked for, this time
  /// included.
  public int count(Place place) {
    return attempts.merge(place, 1, Integer::sum);
  }

  /// Counts a request that came over a socket, and tells the listener of it.
  int count(Place place, int client) {
    int times = count(place);
    listener.asked(place, client);
    return times;
  }

  /// Has this listener told from now on, instead of the one before.
  public void tell(Listener told) {
    listener = told;
  }

  /// Writes a request down.
  public void add(Request request) {
    if (kept.incrementAndGet() <= MOST) {
      requests.add(request);
    }
  }
}
