package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The addresses of hosts, looked up once and kept for a while.
///
/// A look-up cannot be cancelled, may take minutes and holds its carrier when it runs on a virtual
/// thread. So it runs on a daemon thread of its own kind; those who wait for it give up at their
/// deadline, and all who ask for one name share one look-up, so that a name that hangs holds one
/// thread. *Thread-safe.*
public final class AddressBook implements AutoCloseable {
  private static final int CAPACITY = 16_384;
  private static final int THREADS = 64;
  private static final int THREAD_IDLE_SECONDS = 5;

  /// Long enough that all who ask at once share a failure, short enough that a retry asks again.
  private static final Duration FAILURE_KEPT = Duration.ofMillis(500);

  private final NameResolver resolver;
  private final Duration failureKept;
  private final ConcurrentMap<String, LookUp> lookUps = new ConcurrentHashMap<>();
  private final ExecutorService threads;

  /// An empty one, with threads of its own.
  public AddressBook(NameResolver resolver) {
    this(resolver, FAILURE_KEPT);
  }

  /// @param failureKept how long it counts that nobody could answer
  AddressBook(NameResolver resolver, Duration failureKept) {
    this.resolver = resolver;
    this.failureKept = failureKept;
    var pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // as long as there are fetches in flight
            Thread.ofPlatform().daemon().name("crawler-names-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    threads = pool;
  }

  /// The addresses of a host name or literal; at least one.
  ///
  /// @throws UnknownHostException when there is none
  /// @throws IOException when nobody could say so, or not in time
  /// @throws InterruptedIOException with the flag kept
  /// @throws CancellationException when the book was closed
  public List<InetAddress> find(String name, long nanos) throws IOException {
    if (isLiteral(name)) {
      return List.of(InetAddress.ofLiteral(name));
    }
    try {
      return current(name).answer(nanos);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (TimeoutException _) {
      throw new IOException("no address found in time");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw notFound(cause);
      }
      throw brokenResolver(e);
    }
  }

  /// The same without waiting and without an end to the wait: completes on any thread, with what
  /// the other one throws as the cause of a [CompletionException].
  public CompletionStage<List<InetAddress>> find(String name) {
    return isLiteral(name)
        ? CompletableFuture.completedStage(List.of(InetAddress.ofLiteral(name)))
        : current(name).answer().handle(AddressBook::foundOrThrown);
  }

  /// Has an address of a host come first from now on: it took a connection when those before it did
  /// not, and nobody shall wait for them again.
  public void prefer(String name, InetAddress address) {
    lookUps.computeIfPresent(name, (_, known) -> known.preferring(address));
  }

  private static List<InetAddress> foundOrThrown(
      @Nullable List<InetAddress> found, @Nullable Throwable thrown) {
    if (found != null) {
      return found;
    }
    throw switch (thrown) {
      case CompletionException e when e.getCause() instanceof CancellationException -> e;
      case CompletionException e when e.getCause() instanceof IOException cause ->
          new CompletionException(notFound(cause));
      case null, default -> new CompletionException(brokenResolver(thrown));
    };
  }

  private static IOException notFound(IOException cause) {
    return cause instanceof UnknownHostException
        ? new UnknownHostException("no address found")
        : new IOException("no answer from a name server");
  }

  private static IllegalStateException brokenResolver(@Nullable Throwable e) {
    return new IllegalStateException("the resolver failed: " + (e == null ? e : e.getCause()), e);
  }

  /// What resolvers and certificates know a host of a URL by: no brackets, no dot at the end.
  public static String nameOf(CrawlUrl url) {
    var host = url.host();
    if (host.startsWith("[")) {
      return host.substring(1, host.length() - 1);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /// An address in digits, without the interface that it was reached through.
  public static String textOf(InetAddress address) {
    var text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }

  /// Ends every wait; threads end when their look-up lets them.
  @Override
  public void close() {
    threads.shutdownNow();
    lookUps.values().forEach(LookUp::cancel);
  }

  /// Whether it is an address already. A name of the WHATWG URL Standard never ends in a digit-only
  /// label, and an IPv6 address has a colon.
  public static boolean isLiteral(String name) {
    return name.indexOf(':') >= 0 || name.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
  }

  private LookUp current(String name) {
    long now = System.nanoTime();
    var known = lookUps.get(name);
    if (known != null && !known.isStale(now)) {
      return known;
    }
    if (lookUps.size() >= CAPACITY) {
      lookUps.values().removeIf(lookUp -> lookUp.isDone());
    }
    var lookUp =
        lookUps.compute(
            name, (_, last) -> last != null && !last.isStale(now) ? last : started(name));
    if (threads.isShutdown()) {
      lookUp.cancel(); // closed meanwhile: nobody else will
    }
    return lookUp;
  }

  private LookUp started(String name) {
    var lookUp = new LookUp(resolver, name, failureKept.toNanos());
    threads.execute(lookUp);
    return lookUp;
  }
}
