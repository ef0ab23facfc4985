package dev.crawler.cli.command;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// A reader that knows the words it takes, for completion and documentation. *Immutable.*
///
/// @param <T> what a word is read as
/// @param reader reads a word, or a comma list of them
/// @param known finds the words; asked only when somebody wants to see them
public record Choice<T>(Function<String, T> reader, Supplier<List<String>> known)
    implements Function<String, T> {
  /// Words that stand from the start.
  public static <T> Choice<T> of(Function<String, T> reader, String... words) {
    var known = List.of(words);
    return new Choice<>(reader, () -> known);
  }

  @Override
  public T apply(String text) {
    return reader.apply(text);
  }

  /// The words.
  public List<String> words() {
    return known.get();
  }
}
