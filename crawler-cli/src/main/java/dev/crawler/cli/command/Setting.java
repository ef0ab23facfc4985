package dev.crawler.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// One option of a command: its names, how its text is read, what holds without it.
///
/// Options are built by code and not by picocli's annotations, whose reflection costs a cold start
/// about 100 ms more. *Immutable.*
///
/// @param <T> what its text is read as
public final class Setting<T> {
  private final OptionSpec spec;
  private final Function<String, T> reader;
  private final @Nullable String fallback;
  private final String description;

  private Setting(
      OptionSpec.Builder spec,
      Function<String, T> reader,
      @Nullable String fallback,
      String description) {
    this.spec = spec.build();
    this.reader = reader;
    this.fallback = fallback;
    this.description = description;
  }

  /// An option with a default, which is written and read as a person would write it.
  public static <T> Setting<T> of(
      String names, String label, Function<String, T> reader, String fallback, String description) {
    var text = description + " (default: " + fallback + ")";
    return new Setting<>(single(names, label, reader, text), reader, fallback, description);
  }

  /// An option that says nothing when it is not given.
  public static <T> Setting<T> optional(
      String names, String label, Function<String, T> reader, String description) {
    return new Setting<>(single(names, label, reader, description), reader, null, description);
  }

  /// An option that may be given several times.
  public static <T> Setting<T> repeatable(
      String names, String label, Function<String, T> reader, String description) {
    var text = description + "; repeatable";
    var spec = single(names, label, reader, text);
    return new Setting<>(
        spec.type(List.class).auxiliaryTypes(Object.class).arity("1"), reader, null, text);
  }

  /// An option whose value may be left out, for `fallback`. Its value is the rest after a `=`, or
  /// the next argument when that is neither an option nor a URL with its scheme.
  public static <T> Setting<T> withOptionalValue(
      String names, String label, Function<String, T> reader, String fallback, String description) {
    var spec =
        single(names, label, reader, description)
            .arity("0..1")
            .preprocessor((arguments, _, _, _) -> insert(fallback, arguments));
    return new Setting<>(spec, reader, null, description);
  }

  /// Never says that it has taken the value: that is left to the parser.
  private static boolean insert(String fallback, Stack<String> arguments) {
    var next = arguments.isEmpty() ? "--" : arguments.peek();
    if (next.length() > 1 && next.startsWith("-") || next.contains("://")) {
      arguments.push(fallback);
    }
    return false;
  }

  /// An option without a value.
  public static Setting<Boolean> flag(String names, String description) {
    var spec = OptionSpec.builder(names.split(", ", -1)).description(description);
    return new Setting<>(
        spec.type(boolean.class).arity("0"), OptionText::flag, "false", description);
  }

  private static OptionSpec.Builder single(
      String names, String label, Function<String, ?> reader, String description) {
    return OptionSpec.builder(names.split(", ", -1))
        .paramLabel(label)
        .type(Object.class)
        .converters(new Converter<>(reader))
        .description(description);
  }

  /// For the parser.
  public OptionSpec spec() {
    return spec;
  }

  /// Its long name, without dashes.
  public String name() {
    var longest = spec.longestName();
    return longest.substring(longest.startsWith("--") ? 2 : 1);
  }

  /// What it is for, without its default.
  public String description() {
    return description;
  }

  /// What holds without it, as one would write it.
  public Optional<String> defaultText() {
    return isFlag() ? Optional.empty() : Optional.ofNullable(fallback);
  }

  /// Whether it may be given several times, all of which count.
  public boolean isRepeatable() {
    return spec.isMultiValue();
  }

  /// Whether it has no value.
  public boolean isFlag() {
    return spec.arity().max() == 0;
  }

  /// Whether its value is the name of a file or folder.
  public boolean takesFile() {
    return Set.of("FILE", "DIR").contains(spec.paramLabel());
  }

  /// The words that it takes, if they can be listed.
  public List<String> words() {
    return reader instanceof Choice<?> choice ? choice.words() : List.of();
  }

  /// Reads a text as the parser would.
  ///
  /// @throws ValueException saying what is wrong with it
  public T read(String text) {
    try {
      return reader.apply(text);
    } catch (ValueException e) {
      throw e;
    } catch (RuntimeException e) {
      throw OptionText.refused(text, "what --" + name() + " takes");
    }
  }

  /// What was given, or the default.
  public T in(ParseResult parsed) {
    return given(parsed).orElseGet(this::fallback);
  }

  /// What was given, if anything.
  public Optional<T> given(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(spec.longestName(), null));
  }

  /// All that was given to a repeatable option, in that order.
  public List<T> all(ParseResult parsed) {
    return List.copyOf(parsed.matchedOptionValue(spec.longestName(), List.<T>of()));
  }

  /// Words of a command line that say of it what was said here; none when nothing was.
  public List<String> words(ParseResult parsed) {
    var option = parsed.matchedOption(spec.longestName());
    if (option == null) {
      return List.of();
    }
    if (isFlag()) {
      return parsed.matchedOptionValue(spec.longestName(), false)
          ? List.of(spec.longestName())
          : List.of();
    }
    var texts = option.originalStringValues();
    return texts.stream()
        .skip(isRepeatable() ? 0 : texts.size() - 1)
        .map(text -> spec.longestName() + "=" + text)
        .toList();
  }

  private T fallback() {
    return read(requireNonNull(fallback));
  }

  /// A reader as picocli wants it. Options give readers of the JDK's type: a lambda of a type of
  /// picocli's, whose class files are too old for an AOT cache, would be made anew at each start.
  private record Converter<T>(Function<String, T> reader) implements ITypeConverter<T> {
    @Override
    public T convert(String text) {
      try {
        return reader.apply(text);
      } catch (ValueException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
