package dev.crawler.processes.ledger;

import com.hazelcast.client.HazelcastClientNotActiveException;
import com.hazelcast.client.HazelcastClientOfflineException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.HazelcastOverloadException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.MemberLeftException;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.partition.NoDataMemberInClusterException;
import com.hazelcast.spi.exception.RetryableException;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Asks again when the answer was lost with the member that had it: whatever is asked may be done
/// twice. Hazelcast asks again by itself for a while; this is for what it gives up on.
/// *Thread-safe.*
public final class Attempts {
  private static final long PAUSE_NANOS = 250_000_000;

  /// After so long without an answer it is asked again: the answer may be one that never comes.
  private static final long ONCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /// A machine that is overloaded is no loss; that the cluster is torn is told, and not waited for.
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final HazelcastInstance hazelcast;

  /// What is asked of a member's or client's cluster.
  public Attempts(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  /// Calls until there is an answer. The call may block for as long as Hazelcast has it wait, but
  /// who asks does not: an answer that its deserialization filter refuses never comes.
  ///
  /// @throws LedgerLostException when there will be none
  public <T> T of(Supplier<T> call) {
    return ofFuture(() -> {
      var answer = new CompletableFuture<T>();
      Thread.ofVirtual()
          .name("ledger-call")
          .start(() -> {
            try {
              answer.complete(call.get());
            } catch (Throwable e) {
              answer.completeExceptionally(e);
            }
          });
      return answer;
    });
  }

  /// Waits for what is asked, and asks again, until there is an answer.
  ///
  /// @throws LedgerLostException when there will be none
  <T> T ofFuture(Supplier<? extends CompletionStage<T>> call) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return await(call.get());
      } catch (RuntimeException e) {
        var cause = cause(e);
        if (!mayPass(cause)) {
          throw e;
        }
        if (System.nanoTime() - until >= 0 || isOver(cause)) {
          throw lost(cause);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /// What is looked up in this process, and costs no wait.
  <T> T local(Supplier<T> call) {
    return ofFuture(() -> CompletableFuture.completedStage(call.get()));
  }

  /// Waits also when interrupted: what was asked for may have been done, and has to be known.
  private static <T> T await(CompletionStage<T> answer) {
    long until = System.nanoTime() + ONCE_NANOS;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.toCompletableFuture().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new CompletionException(e instanceof ExecutionException ? e.getCause() : e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static LedgerLostException lost(Throwable cause) {
    return new LedgerLostException("the ledger is lost: " + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    return switch (cause) {
      case TimeoutException _ ->
          "no answer in " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s";
      case NoDataMemberInClusterException _ -> "all workers are gone";
      default -> String.valueOf(cause.getMessage());
    };
  }

  /// Whether the cluster is the reason, and not a mistake of ours.
  private boolean mayPass(Throwable cause) {
    return !hazelcast.getLifecycleService().isRunning()
        || cause instanceof TimeoutException
        || cause instanceof RetryableException
        || cause instanceof OperationTimeoutException
        || cause instanceof IndeterminateOperationStateException
        || cause instanceof MemberLeftException
        || cause instanceof NoDataMemberInClusterException
        || cause instanceof HazelcastOverloadException
        || cause instanceof SplitBrainProtectionException
        || cause instanceof HazelcastInstanceNotActiveException
        || cause instanceof HazelcastClientNotActiveException
        || cause instanceof HazelcastClientOfflineException;
  }

  private boolean isOver(Throwable cause) {
    return !hazelcast.getLifecycleService().isRunning()
        || cause instanceof NoDataMemberInClusterException
        || cause instanceof SplitBrainProtectionException && isTornOff();
  }

  /// Whether this member itself is on the wrong side: another that says so may have just started. A
  /// client is on no side.
  private boolean isTornOff() {
    try {
      var quorum = hazelcast.getSplitBrainProtectionService();
      return !quorum.getSplitBrainProtection(Ledger.QUORUM).hasMinimumSize();
    } catch (UnsupportedOperationException _) {
      return false;
    } catch (HazelcastInstanceNotActiveException _) {
      return true;
    }
  }

  private static Throwable cause(Throwable thrown) {
    var inner = thrown.getCause();
    return inner != null
            && (thrown instanceof CompletionException || thrown instanceof ExecutionException)
        ? cause(inner)
        : thrown;
  }
}
