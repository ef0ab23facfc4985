package dev.crawler.cli.experiments.mutation;

import java.nio.file.Path;

/// A safety line, and what takes its place. *Immutable.*
///
/// @param name says in words what the mutant does wrong
/// @param why the line is there
/// @param file source file, relative to the root of the checkout
/// @param before lines as they are, each with its end
/// @param after what takes their place; empty when they are only removed
public record Mutation(String name, String why, Path file, String before, String after) {
  /// The source with the safety line broken.
  ///
  /// @throws IllegalArgumentException when the text is not in the source just once: the list is
  ///   older than it
  public String applyTo(String source) {
    int at = source.indexOf(before);
    if (at < 0 || at != source.lastIndexOf(before)) {
      throw new IllegalArgumentException(
          "%s: what '%s' replaces is %s"
              .formatted(file, name, at < 0 ? "not there" : "there more than once"));
    }
    return source.substring(0, at) + after + source.substring(at + before.length());
  }
}
