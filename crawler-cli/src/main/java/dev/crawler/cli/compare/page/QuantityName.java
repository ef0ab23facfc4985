package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.Quantity;

/// The name of a quantity for a person: that of the JSON, less its unit.
final class QuantityName {
  private QuantityName() {}

  static String of(Quantity quantity) {
    var words =
        quantity
            .label()
            .replaceFirst("_(ms|bytes)$", "")
            .replace("_ms_", "_")
            .replace("_bytes_", "_")
            .replace('_', ' ')
            .replace("cpu", "CPU")
            .replaceFirst("^gc$", "garbage collection")
            .replaceFirst("\\bp999\\b", "p99.9");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
