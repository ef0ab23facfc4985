package dev.crawler.cli.experiments.chart;

/// What an axis measures. *Immutable.*
///
/// @param label with the unit
/// @param scale how it is divided
public record Axis(String label, Scale scale) {
  /// How an axis is divided.
  public enum Scale {
    /// Equal steps, from zero or the least.
    LINEAR,
    /// Equal factors; what is not above zero is left out.
    LOG
  }

  /// One of equal steps.
  public static Axis linear(String label) {
    return new Axis(label, Scale.LINEAR);
  }

  /// One of equal factors.
  public static Axis log(String label) {
    return new Axis(label, Scale.LOG);
  }
}
