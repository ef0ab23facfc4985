package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.crawler.core.fuzz.Law;
import java.time.Instant;

/// Any text as a `Retry-After`: it is a wait of no more than the cap, or none. *No state.*
public final class RetryAfterFuzz {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private RetryAfterFuzz() {}

  /// Called by the fuzzer, for each value that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    RetryAfter.parse(new String(input, ISO_8859_1), NOW)
        .ifPresent(wait ->
            Law.holds(
                !wait.isNegative() && wait.compareTo(RetryAfter.CAP) <= 0,
                "a wait is from nothing to the cap",
                wait));
  }
}
