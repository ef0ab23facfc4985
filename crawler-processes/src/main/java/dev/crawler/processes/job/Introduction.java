package dev.crawler.processes.job;

import java.nio.file.Path;

/// Who a worker is. *Immutable.*
///
/// @param number that its coordinator started it under, or 0 when it was started by hand
/// @param folder where its part files are, on its machine
/// @param mark what it has written into the file `mark` of that folder: who reads the same there is
///   on the same machine
/// @param led whether a coordinator gives it orders and hears it
public record Introduction(int number, Path folder, String mark, boolean led) {
  /// The file with the mark.
  public static final String MARK = "mark";

  /// The same under the number that its coordinator has given it.
  public Introduction numbered(int given) {
    return new Introduction(given, folder, mark, led);
  }

  /// The same of a worker that is led, or not.
  public Introduction led(boolean now) {
    return new Introduction(number, folder, mark, now);
  }
}
