package dev.crawler.cli.compare.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the process of an engine is to do, on its way through its standard input: a command line is
/// there for every user of the machine to read, and options may hold secrets. *Immutable.*
///
/// @param engine by name
/// @param round from 1; 0 is the warm-up
/// @param words options of the crawl
/// @param seeds file with one URL a line
/// @param records file to write
public record Errand(String engine, int round, List<String> words, Path seeds, Path records) {
  private static final int VERSION = 0x43455201;
  private static final int MOST_WORDS = 100_000;

  /// Copies the list.
  public Errand {
    words = List.copyOf(words);
  }

  /// Hands it over.
  public void writeTo(OutputStream out) throws IOException {
    var letter = new DataOutputStream(out);
    letter.writeInt(VERSION);
    letter.writeUTF(engine);
    letter.writeInt(round);
    letter.writeInt(words.size());
    for (var word : words) {
      letter.writeUTF(word);
    }
    letter.writeUTF(seeds.toString());
    letter.writeUTF(records.toString());
    letter.flush();
  }

  /// @throws IOException when this is no errand, or ends in the middle
  static Errand readFrom(InputStream in) throws IOException {
    var letter = new DataInputStream(in);
    if (letter.readInt() != VERSION) {
      throw new IOException("this is no errand of this version");
    }
    var engine = letter.readUTF();
    int round = letter.readInt();
    int count = letter.readInt();
    if (count < 0 || count > MOST_WORDS) {
      throw new IOException(count + " options cannot be");
    }
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(letter.readUTF());
    }
    return new Errand(engine, round, words, Path.of(letter.readUTF()), Path.of(letter.readUTF()));
  }
}
