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
import java.util.function.Supplier;

/// Asks again when the answer was lost with the member that had it: whatever is asked may be done
/// twice. Hazelcast asks again by itself for a while; this is for what it gives up on.
/// *Thread-safe.*
final class Attempts {
  static final int MOST = 4;

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
        if (attempt == MOST || !isPassing(cause)) {
          throw ended(cause);
        }
      }
    }
  }

  /// What is thrown to whoever asked: the ledger is lost, or we made a mistake.
  RuntimeException ended(Throwable cause) {
    if (!hazelcast.getLifecycleService().isRunning() || isFinal(cause) || isPassing(cause)) {
      return new LedgerLostException("the ledger is lost: " + cause.getMessage(), cause);
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  /// Whether another attempt may succeed.
  boolean isPassing(Throwable cause) {
    return !isFinal(cause)
        && hazelcast.getLifecycleService().isRunning()
        && (cause instanceof RetryableException
            || cause instanceof OperationTimeoutException
            || cause instanceof IndeterminateOperationStateException
            || cause instanceof MemberLeftException
            || cause instanceof HazelcastOverloadException);
  }

  private static boolean isFinal(Throwable cause) {
    return cause instanceof SplitBrainProtectionException
        || cause instanceof HazelcastInstanceNotActiveException
        || cause instanceof HazelcastClientNotActiveException
        || cause instanceof HazelcastClientOfflineException;
  }

  static Throwable cause(Throwable thrown) {
    var inner = thrown.getCause();
    return inner != null
            && (thrown instanceof CompletionException || thrown instanceof ExecutionException)
        ? cause(inner)
        : thrown;
  }
}
