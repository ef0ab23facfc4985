package dev.crawler.processes.worker;

import dev.crawler.core.record.UnwritableException;
import dev.crawler.processes.ledger.LedgerLostException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Why a job can do no more, once there is a reason; the first counts. *Thread-safe.*
final class Downfall {
  private final AtomicReference<@Nullable IOException> why = new AtomicReference<>();
  private final Consumer<IOException> listener;

  /// @param listener is told at once: whoever waits for the ledger may wait for long
  Downfall(Consumer<IOException> listener) {
    this.listener = listener;
  }

  void tell(Throwable thrown) {
    var cause = thrown.getCause();
    var fault = thrown instanceof CompletionException && cause != null ? cause : thrown;
    var reason = told(fault);
    if (why.compareAndSet(null, reason)) {
      listener.accept(reason);
    }
  }

  private static IOException told(Throwable fault) {
    return switch (fault) {
      case UnwritableException unwritable -> unwritable;
      case Throwable ours when isOurs(ours) -> new IOException(ours.toString(), ours);
      default -> new IOException(String.valueOf(fault.getMessage()), fault);
    };
  }

  /// The reason, in one line for a person.
  @Nullable String line() {
    var reason = why.get();
    return reason == null ? null : reason.getMessage();
  }

  /// Whether it is a mistake of ours, which is told with its name.
  private static boolean isOurs(Throwable fault) {
    return !(fault instanceof IOException
        || fault instanceof LedgerLostException
        || fault instanceof IllegalStateException);
  }
}
