package dev.crawler.core.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The search for the addresses of one name, and its answer for as long as that is believed.
/// *Thread-safe.*
final class LookUp implements Runnable {
  /// The JDK does not say how long its answers are good for.
  private static final long KEPT = Duration.ofMinutes(5).toNanos();

  private final NameResolver resolver;
  private final String name;
  private final long failureKept;
  private final CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
  private volatile boolean lasting;
  private volatile long staleAt;

  /// @param failureKept how long it counts that nobody could answer, in nanoseconds
  LookUp(NameResolver resolver, String name, long failureKept) {
    this.resolver = resolver;
    this.name = name;
    this.failureKept = failureKept;
  }

  @Override
  public void run() {
    try {
      var found = List.copyOf(resolver.resolve(name));
      if (found.isEmpty()) {
        throw new UnknownHostException(name);
      }
      staleAt = System.nanoTime() + KEPT;
      answer.complete(found);
    } catch (UnknownHostException e) {
      lasting = true;
      answer.completeExceptionally(e);
    } catch (Exception | Error e) { // the top of its thread: those who wait shall know
      staleAt = System.nanoTime() + failureKept;
      answer.completeExceptionally(e);
    }
  }

  /// Waits for the answer.
  List<InetAddress> answer(long nanos)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(nanos, TimeUnit.NANOSECONDS);
  }

  /// The answer when it is there, or why there is none.
  CompletionStage<List<InetAddress>> answer() {
    return answer.minimalCompletionStage();
  }

  /// The same answer with one of its addresses before the others, for as long as it would have been
  /// believed anyway.
  LookUp preferring(InetAddress address) {
    if (answer.state() != Future.State.SUCCESS
        || !answer.resultNow().contains(address)
        || answer.resultNow().getFirst().equals(address)) {
      return this;
    }
    var order = new ArrayList<>(answer.resultNow());
    order.remove(address);
    order.addFirst(address);
    var reordered = new LookUp(resolver, name, failureKept);
    reordered.staleAt = staleAt;
    reordered.answer.complete(List.copyOf(order));
    return reordered;
  }

  /// Ends every wait for it.
  void cancel() {
    answer.cancel(false);
  }

  boolean isDone() {
    return answer.isDone();
  }

  /// Whether to ask anew. One that is still under way never is, nor is a name that has no address.
  boolean isStale(long nowNanos) {
    return answer.isDone() && !lasting && nowNanos - staleAt >= 0;
  }
}
