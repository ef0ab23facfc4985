package dev.crawler.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands at the beginning of a journal: what it is, and what was asked for. *Immutable.*
///
/// @param output the file that the records are in
/// @param outputHead bytes of it before the first record
/// @param terms options that change the result, each with its value
/// @param words of the command line that began it, for the next one
record Head(Path output, long outputHead, Map<String, String> terms, List<String> words) {
  private static final byte[] MAGIC = {'c', 'r', 'a', 'w', 'l', 'e', 'd', '\n'};

  /// A reader takes its own version alone.
  private static final int VERSION = 2;

  private static final int PREFIX = MAGIC.length + Integer.BYTES;

  /// A value that begins so is a hash, and says nothing to a person.
  private static final String HASHED = "sha256:";

  /// Copies map and list.
  Head {
    terms = new LinkedHashMap<>(terms);
    words = List.copyOf(words);
  }

  void writeTo(AppendFile journal) throws IOException {
    var prefix = ByteBuffer.allocate(PREFIX).put(MAGIC).putInt(VERSION).array();
    journal.stream().write(prefix);
    var frame = new Frame().begin(EntryKind.HEAD);
    frame.text(output.toString()).number(outputHead).number(terms.size());
    terms.forEach((name, value) -> frame.text(name).text(value));
    frame.number(words.size());
    words.forEach(frame::text);
    journal.grown(prefix.length + frame.writeTo(journal.stream()));
  }

  static Head read(FrameReader journal) throws IOException {
    var prefix = ByteBuffer.wrap(journal.raw(PREFIX));
    if (prefix.remaining() < PREFIX || !prefix.slice(0, MAGIC.length).equals(wrapped())) {
      throw new UnusableStateException("it is no journal of a crawl");
    }
    int version = prefix.getInt(MAGIC.length);
    if (version != VERSION) {
      throw new UnusableStateException(
          "its format is version %d, and this crawler reads version %d"
              .formatted(version, VERSION));
    }
    if (!journal.next() || EntryKind.of(journal.get()) != EntryKind.HEAD) {
      throw new UnusableStateException("its beginning is damaged");
    }
    var output = Path.of(journal.text());
    long outputHead = journal.number();
    var terms = new LinkedHashMap<String, String>();
    for (long left = journal.number(); left > 0; left--) {
      terms.put(journal.text(), journal.text());
    }
    var words = new ArrayList<String>();
    for (long left = journal.number(); left > 0; left--) {
      words.add(journal.text());
    }
    return new Head(output, outputHead, terms, words);
  }

  private static ByteBuffer wrapped() {
    return ByteBuffer.wrap(MAGIC);
  }

  /// Refuses to go on with what was asked for differently.
  void require(Map<String, String> others) throws UnusableStateException {
    for (var term : others.entrySet()) {
      var former = terms.get(term.getKey());
      if (!term.getValue().equals(former)) {
        throw new UnusableStateException(difference(term.getKey(), former, term.getValue()));
      }
    }
  }

  private static String difference(String name, @Nullable String former, String now) {
    return former == null || former.startsWith(HASHED)
        ? "it was begun with another %s: the result would be of two kinds".formatted(name)
        : "it was begun with %s '%s', not '%s': the result would be of two kinds"
            .formatted(name, former, now);
  }
}
