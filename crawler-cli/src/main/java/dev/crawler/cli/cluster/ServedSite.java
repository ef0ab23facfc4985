package dev.crawler.cli.cluster;

import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Place;
import dev.crawler.tck.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/// A site that knows which process asked for what, and on whose n-th request something happens.
/// *Thread-safe.*
final class ServedSite implements AutoCloseable {
  private static final long NOBODY = -1;

  private final SiteServer server;
  private final Map<Caller, Long> callers = new ConcurrentHashMap<>();
  private final Map<Integer, LongConsumer> events = new ConcurrentHashMap<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();

  /// The client's end of a connection: its port, and the host that was called.
  private record Caller(int host, int port) {}

  /// A request and who made it.
  ///
  /// @param process its number; -1 when it could not be told
  record Asked(Request request, long process) {}

  private ServedSite(SiteServer server) {
    this.server = server;
  }

  /// Serves the site from now on.
  static ServedSite start(Site site) {
    var served = new ServedSite(SiteServer.start(site));
    served.server.requests().tell(served::arrived);
    return served;
  }

  Site site() {
    return server.site();
  }

  List<String> seedUrls() {
    return server.seedUrls();
  }

  /// How many requests have come.
  int asked() {
    return asked.get();
  }

  /// Those that were answered, in the order in which they ended.
  List<Asked> requests() {
    return server.requests().all().stream()
        .map(request -> new Asked(request, caller(request.place().host(), request.client())))
        .toList();
  }

  /// Has this happen when the n-th request has come, while whoever made it waits for the answer.
  ///
  /// @param event is handed the process that asked
  void atRequest(int n, LongConsumer event) {
    events.put(n, event);
  }

  /// Whether what was to happen has happened.
  boolean isEventless() {
    return events.isEmpty();
  }

  /// What went wrong in events; empty when nothing did.
  List<Throwable> failures() {
    return List.copyOf(failures);
  }

  /// Forgets all that was asked: the next crawl meets a new site.
  void forget() {
    server.forget();
    events.clear();
    failures.clear();
    asked.set(0);
    callers.clear();
  }

  @Override
  public void close() {
    server.close();
  }

  /// Counts a request to a host that belongs to the site and is served by another.
  void arrivedElsewhere() {
    arrived(NOBODY);
  }

  private void arrived(Place place, int port) {
    arrived(caller(place.host(), port));
  }

  private void arrived(long process) {
    var event = events.get(asked.incrementAndGet());
    if (event != null) {
      try {
        event.accept(process);
      } catch (RuntimeException | Error e) {
        failures.add(e);
      } finally {
        events.values().remove(event);
      }
    }
  }

  /// Found while the client waits for its answer, and remembered for when it has gone.
  private long caller(int host, int port) {
    return callers.computeIfAbsent(
        new Caller(host, port), caller -> Proc.client(caller.port(), port(host)).orElse(NOBODY));
  }

  private int port(int host) {
    var authority = server.site().authorities().get(host);
    return Integer.parseInt(authority.substring(authority.indexOf(':') + 1));
  }
}
