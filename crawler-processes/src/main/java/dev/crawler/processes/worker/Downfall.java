package dev.crawler.processes.worker;

import dev.crawler.processes.ledger.LedgerLostException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Why a job can do no more, once there is a reason; the first counts. *Thread-safe.*
final class Downfall {
  private final AtomicReference<@Nullable String> why = new AtomicReference<>();
  private final Consumer<String> listener;

  /// @param listener is told at once: whoever waits for the ledger may wait for long
  Downfall(Consumer<String> listener) {
    this.listener = listener;
  }

  void tell(Throwable thrown) {
    var cause = thrown.getCause();
    var fault = thrown instanceof CompletionException && cause != null ? cause : thrown;
    var line = isOurs(fault) ? fault.toString() : String.valueOf(fault.getMessage());
    if (why.compareAndSet(null, line)) {
      listener.accept(line);
    }
  }

  /// The reason, in one line for a person.
  @Nullable String line() {
    return why.get();
  }

  /// Whether it is a mistake of ours, which is told with its name.
  private static boolean isOurs(Throwable fault) {
    return !(fault instanceof IOException
        || fault instanceof LedgerLostException
        || fault instanceof IllegalStateException);
  }
}
