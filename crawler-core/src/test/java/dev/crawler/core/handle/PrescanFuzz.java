package dev.crawler.core.handle;

import dev.crawler.core.fuzz.Law;
import java.util.Arrays;

/// Any bytes before a page: the prescan ends, and what lies beyond its limit changes nothing. *No
/// state.*
public final class PrescanFuzz {
  private static final int LIMIT = 1024;

  private PrescanFuzz() {}

  /// Called by the fuzzer, for each page that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    var found = MetaPrescan.encoding(input, 0, input.length);
    var cut = Arrays.copyOf(input, Math.min(input.length, LIMIT));
    var shifted = new byte[cut.length + 3];
    System.arraycopy(cut, 0, shifted, 2, cut.length);

    Law.holds(
        found.equals(MetaPrescan.encoding(cut, 0, cut.length)),
        "only the first 1024 bytes count",
        found);
    Law.holds(
        found.equals(MetaPrescan.encoding(shifted, 2, 2 + cut.length)),
        "what is around does not count",
        found);
  }
}
