package dev.crawler.cli.option;

import java.nio.file.Path;

/// Where a report goes. *Immutable.*
public sealed interface Destination {
  /// To standard error, among everything else that is told.
  record StandardError() implements Destination {}

  /// Into a file.
  record File(Path path) implements Destination {}

  /// The destination of that name: `-` is standard error.
  static Destination of(String name) {
    return name.equals("-") ? new StandardError() : new File(Path.of(name));
  }
}
