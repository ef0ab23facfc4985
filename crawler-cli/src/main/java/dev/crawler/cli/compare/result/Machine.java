package dev.crawler.cli.compare.result;

import java.util.List;

/// What the engines ran on. *Immutable.*
///
/// @param cores that the JVM may use
/// @param memoryBytes of the machine, 0 where the system does not say
/// @param system name, version and architecture
/// @param processor its model, empty where the system does not say
/// @param java version and maker
/// @param flags of each engine's JVM
/// @param load cores that were at work on something else when the comparison began; negative where
///   the system does not say
public record Machine(
    int cores,
    long memoryBytes,
    String system,
    String processor,
    String java,
    List<String> flags,
    double load) {
  /// Copies the list.
  public Machine {
    flags = List.copyOf(flags);
  }

  /// Whether other work had half of the cores or more when it began, so that times are too long.
  public boolean isBusy() {
    return load > cores / 2.0;
  }
}
