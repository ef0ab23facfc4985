package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The Encoding Standard's table of labels. A label of the `replacement` encoding is left out, so
/// it falls to the next rule like an unknown one: a crawler has no use for a page of one U+FFFD.
/// *Immutable.*
final class Encodings {
  private static final Map<String, Encoding> BY_LABEL = read();

  /// What nearly all of the web is written in.
  static final Encoding UTF_8_ENCODING = named("utf-8");

  /// What HTML is read as when nothing says otherwise.
  static final Encoding WINDOWS_1252 = named("windows-1252");

  static final Encoding UTF_16BE = named("utf-16be");
  static final Encoding UTF_16LE = named("utf-16le");

  private static final String USER_DEFINED = "x-user-defined";

  private Encodings() {}

  /// The encoding of a label in an HTTP header (Encoding Standard, "get an encoding").
  static Optional<Encoding> forLabel(String label) {
    return Optional.ofNullable(BY_LABEL.get(normalised(label)));
  }

  /// The encoding of a label within the page itself. That could be read, so it is not in UTF-16,
  /// whatever it says (HTML Standard, "prescan a byte stream", "change the encoding").
  static Optional<Encoding> forLabelInPage(String label) {
    if (normalised(label).equals(USER_DEFINED)) {
      return Optional.of(WINDOWS_1252);
    }
    return forLabel(label)
        .map(found -> found == UTF_16BE || found == UTF_16LE ? UTF_8_ENCODING : found);
  }

  private static String normalised(String label) {
    int from = 0;
    int to = label.length();
    while (from < to && Ascii.isSpace(label.charAt(from))) {
      from++;
    }
    while (to > from && Ascii.isSpace(label.charAt(to - 1))) {
      to--;
    }
    return label.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static Encoding named(String label) {
    return Objects.requireNonNull(BY_LABEL.get(label), label);
  }

  private static Map<String, Encoding> read() {
    var byLabel = new HashMap<String, Encoding>();
    try (var in =
        Objects.requireNonNull(
            Encodings.class.getResourceAsStream("encodings.txt"), "encodings.txt")) {
      new String(in.readAllBytes(), UTF_8).lines().forEach(line -> readLine(line, byLabel));
    } catch (IOException e) {
      throw new UncheckedIOException("encodings.txt", e);
    }
    return Map.copyOf(byLabel);
  }

  private static void readLine(String line, Map<String, Encoding> byLabel) {
    var columns = line.split("\\|", -1);
    if (line.startsWith("#") || columns[1].equals("-")) {
      return;
    }
    var encoding =
        columns[1].startsWith("=")
            ? Encoding.of(columns[0], columns[1].substring(1))
            : Encoding.of(columns[0], Charset.forName(columns[1]));
    for (var label : columns[2].split(" ", -1)) {
      byLabel.put(label, encoding);
    }
  }
}
