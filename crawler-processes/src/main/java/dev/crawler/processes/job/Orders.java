package dev.crawler.processes.job;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IExecutorService;
import dev.crawler.core.session.Level;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gives orders to workers. Who does not answer in time is left out: it is slow, or gone.
/// *Thread-safe.*
public final class Orders {
  private static final String NAME = "crawler.orders";
  private static final long PATIENCE_MILLIS = 3_000;

  /// Of a roll call: a worker that stands still must not cost the others their leases.
  private static final long ROLL_MILLIS = 700;

  private static final long LONG_PATIENCE_MILLIS = 60_000;

  private final HazelcastInstance hazelcast;
  private final IExecutorService executor;
  private final Map<UUID, String> refusals = new ConcurrentHashMap<>();

  /// To the workers of a member's or client's cluster.
  public Orders(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
    this.executor = hazelcast.getExecutorService(NAME);
  }

  /// Lets members read orders.
  public static void register(SerializationConfig config) {
    config.addDataSerializableFactory(Errand.FACTORY, _ -> new Errand());
  }

  /// Who those workers are.
  public Map<UUID, Introduction> introductions(Set<UUID> workers) throws InterruptedException {
    return all(
        worker -> workers.contains(worker) ? new Order.Introduce() : null,
        Messages::introduction,
        PATIENCE_MILLIS);
  }

  /// What workers have too little of, by worker; those that have enough are absent.
  public Map<UUID, String> shortages() throws InterruptedException {
    var shortages = new HashMap<UUID, String>();
    all(_ -> new Order.Weigh(), Messages::keys, PATIENCE_MILLIS)
        .forEach((worker, lines) -> lines.forEach(line -> shortages.put(worker, line)));
    return shortages;
  }

  /// Calls the roll.
  ///
  /// @param calls what each worker is told; those without are not asked
  public Map<UUID, WorkerReport> callRoll(Map<UUID, Order.RollCall> calls)
      throws InterruptedException {
    return all(worker -> calls.get(worker), ReportCodec::read, ROLL_MILLIS);
  }

  /// Has all look into the ledger.
  public Map<UUID, WorkerReport> rescan() throws InterruptedException {
    return all(_ -> new Order.Rescan(), ReportCodec::read, LONG_PATIENCE_MILLIS);
  }

  /// Has all make their shards anew.
  public Map<UUID, WorkerReport> renew() throws InterruptedException {
    return all(_ -> new Order.Renew(), ReportCodec::read, LONG_PATIENCE_MILLIS);
  }

  /// Which URLs of a level count, by worker.
  public Map<UUID, List<String>> applicants(Level level) throws InterruptedException {
    return all(_ -> new Order.Applicants(level), Messages::keys, LONG_PATIENCE_MILLIS);
  }

  /// Bytes of a worker's part file.
  ///
  /// @throws IOException when it cannot be had
  public byte[] read(UUID worker, long position, int most) throws IOException {
    try {
      for (var member : hazelcast.getCluster().getMembers()) {
        if (member.getUuid().equals(worker)) {
          return submit(member, new Order.Read(position, most))
              .get(LONG_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
      throw new IOException("the worker is gone");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException | TimeoutException | HazelcastException e) {
      throw new IOException("a part file cannot be read: " + e.getMessage(), e);
    }
  }

  private <T> Map<UUID, T> all(
      Function<UUID, @Nullable Order> orders, Function<byte[], T> reader, long patience)
      throws InterruptedException {
    var asked = new HashMap<UUID, Future<byte[]>>();
    for (var member : hazelcast.getCluster().getMembers()) {
      var order = member.isLiteMember() ? null : orders.apply(member.getUuid());
      if (order != null) {
        asked.put(member.getUuid(), submit(member, order));
      }
    }
    var answers = new HashMap<UUID, T>();
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
    for (var entry : asked.entrySet()) {
      try {
        long left = Math.max(1, until - System.nanoTime());
        var answer = entry.getValue().get(left, TimeUnit.NANOSECONDS);
        answers.put(entry.getKey(), reader.apply(answer));
        refusals.remove(entry.getKey());
      } catch (TimeoutException _) {
        entry.getValue().cancel(true);
      } catch (ExecutionException | HazelcastException e) {
        refusals.put(entry.getKey(), reason(e));
      }
    }
    return answers;
  }

  private static String reason(Throwable thrown) {
    var cause = thrown.getCause() == null ? thrown : thrown.getCause();
    return String.valueOf(cause.getMessage());
  }

  /// Why a worker did not answer, if it has said why.
  public Optional<String> refusal(UUID worker) {
    return Optional.ofNullable(refusals.get(worker));
  }

  private Future<byte[]> submit(Member member, Order order) {
    try {
      return executor.submitToMember(new Errand(OrderCodec.write(order)), member);
    } catch (RejectedExecutionException | HazelcastException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
