package dev.crawler.core.record;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/// Escapes in JSON, beyond what JSON asks for, what a terminal would obey: records go to standard
/// output by default, and a page chooses its own title. Those are the controls above ASCII, and the
/// characters that reorder or end a line. *Immutable.*
final class ControlEscapes extends CharacterEscapes {
  static final ControlEscapes INSTANCE = new ControlEscapes();

  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;
  private static final int LAST_CONTROL = 0x9F;
  private static final int MARKS_START = 0x200E;
  private static final int MARKS_END = 0x2069;

  private final int[] ascii = standardAsciiEscapesForJSON();
  private final SerializableString[] controls = escapes(DELETE, LAST_CONTROL);
  private final SerializableString[] marks = escapes(MARKS_START, MARKS_END);
  private final SerializableString letterMark = escape(0x061C);

  private ControlEscapes() {
    ascii[DELETE] = ESCAPE_CUSTOM;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    if (c <= LAST_CONTROL) {
      return c >= DELETE ? controls[c - DELETE] : null;
    }
    if (c >= MARKS_START && c <= MARKS_END) {
      return reorders(c) ? marks[c - MARKS_START] : null;
    }
    return c == 0x061C ? letterMark : null;
  }

  /// Of the block of general punctuation: marks, embeddings, overrides, isolates, line ends.
  private static boolean reorders(int c) {
    return c <= 0x200F || c >= 0x2028 && c <= 0x202E || c >= 0x2066;
  }

  private static SerializableString[] escapes(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(ControlEscapes::escape)
        .toArray(SerializableString[]::new);
  }

  private static SerializableString escape(int c) {
    return new SerializedString("\\u%04X".formatted(c));
  }
}
