package dev.crawler.cli.command;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;

/// A converter that knows the words it takes, for completion and documentation. *Immutable.*
///
/// @param <T> what a word is read as
/// @param converter reads a word, or a comma list of them
/// @param known finds the words; asked only when somebody wants to see them
public record Choice<T>(ITypeConverter<T> converter, Supplier<List<String>> known)
    implements ITypeConverter<T> {
  /// Words that stand from the start.
  public static <T> Choice<T> of(ITypeConverter<T> converter, String... words) {
    var known = List.of(words);
    return new Choice<>(converter, () -> known);
  }

  @Override
  public T convert(String text) throws Exception {
    return converter.convert(text);
  }

  /// The words.
  public List<String> words() {
    return known.get();
  }
}
