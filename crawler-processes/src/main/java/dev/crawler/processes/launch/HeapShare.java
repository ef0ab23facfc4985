package dev.crawler.processes.launch;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The memory of a worker for which nobody asked for another. It starts with 128 MB, half of it
/// young, since a page is garbage once its record is written; and all workers together may grow to
/// half of the machine's, none of them beyond a quarter.
final class HeapShare {
  private static final double ALL = 50;
  private static final double MOST = 25;

  private static final Pattern HEAP =
      Pattern.compile(
          "-Xm[nsx].*|-XX:(?:Max|Min|Initial|SoftMax)?HeapSize=.*|-XX:(?:Max)?NewSize=.*"
              + "|-XX:(?:Max|Min|Initial)RAMPercentage=.*|-XX:MaxRAM=.*|-XX:NewRatio=.*");

  private HeapShare() {}

  /// Whether the flag says how large heaps are.
  static boolean isSaidBy(String flag) {
    return HEAP.matcher(flag).matches();
  }

  static List<String> flags(int workers) {
    var share = String.format(Locale.ROOT, "%.2f", Math.min(MOST, ALL / workers));
    return List.of("-Xms128m", "-Xmn64m", "-XX:MaxRAMPercentage=" + share);
  }
}
