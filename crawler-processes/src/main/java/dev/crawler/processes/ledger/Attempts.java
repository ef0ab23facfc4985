package dev.crawler.processes.ledger;

import com.hazelcast.client.HazelcastClientNotActiveException;
import com.hazelcast.client.HazelcastClientOfflineException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.HazelcastOverloadException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.MemberLeftException;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.spi.exception.RetryableException;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Asks again when the answer was lost with the member that had it: whatever is asked may be done
/// twice. Hazelcast asks again by itself for a while; this is for what it gives up on.
/// *Thread-safe.*
final class Attempts {
  private static final int MOST = 12;
  private static final long PAUSE_NANOS = 250_000_000;

  private final HazelcastInstance hazelcast;

  Attempts(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  /// Calls until there is an answer.
  ///
  /// @throws LedgerLostException when there will be none
  <T> T of(Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (RuntimeException e) {
        var cause = cause(e);
        if (!mayPass(cause)) {
          throw e;
        }
        if (attempt == MOST || isOver(cause)) {
          throw new LedgerLostException("the ledger is lost: " + cause.getMessage(), cause);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /// Whether the cluster is the reason, and not a mistake of ours.
  private boolean mayPass(Throwable cause) {
    return !hazelcast.getLifecycleService().isRunning()
        || cause instanceof RetryableException
        || cause instanceof OperationTimeoutException
        || cause instanceof IndeterminateOperationStateException
        || cause instanceof MemberLeftException
        || cause instanceof HazelcastOverloadException
        || cause instanceof SplitBrainProtectionException
        || cause instanceof HazelcastInstanceNotActiveException
        || cause instanceof HazelcastClientNotActiveException
        || cause instanceof HazelcastClientOfflineException;
  }

  private boolean isOver(Throwable cause) {
    return !hazelcast.getLifecycleService().isRunning()
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
