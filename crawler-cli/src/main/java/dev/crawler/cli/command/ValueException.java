package dev.crawler.cli.command;

import org.jspecify.annotations.Nullable;

/// The text of an option's value makes no sense. Its message says what would.
public final class ValueException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message begins with the text that was given, in quotes, when it may be shown
  ValueException(@Nullable String message) {
    super(message);
  }
}
