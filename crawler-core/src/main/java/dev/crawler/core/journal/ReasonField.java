package dev.crawler.core.journal;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How a reason is written and read. *No state.*
final class ReasonField {
  private static final int NONE = 0;
  private static final int FAILURE = 1;
  private static final int EXCLUSION = 2;

  private ReasonField() {}

  static void write(Frame frame, @Nullable Reason reason) {
    switch (reason) {
      case null -> frame.put(NONE);
      case FailureReason failure -> frame.put(FAILURE).text(failure.name());
      case ExclusionReason exclusion -> frame.put(EXCLUSION).text(exclusion.name());
    }
  }

  static @Nullable Reason read(FrameReader entry) throws IOException {
    return switch (entry.get()) {
      case FAILURE -> FailureReason.valueOf(entry.text());
      case EXCLUSION -> ExclusionReason.valueOf(entry.text());
      default -> null;
    };
  }
}
