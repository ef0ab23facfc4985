package dev.crawler.core.journal;

import static java.nio.file.StandardOpenOption.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Settlement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornTailTest {
  private static final int TAIL = 4096;

  @TempDir Path folder;

  private Scribe scribe;
  private byte[] whole;
  private List<Integer> ends = List.of();

  @BeforeEach
  void writeJournal() throws IOException {
    scribe = new Scribe(folder);
    scribe.write(100);
    whole = Files.readAllBytes(scribe.journal());
    assertThat(whole.length).isGreaterThan(2 * TAIL);
    ends = ends(Files.readAllBytes(scribe.output));
  }

  @Tag("spec:J4")
  @Tag("fault:D21")
  @Test
  void cutAtAnyByteOfItsTailItTellsTheBeginningOfTheCrawl() throws IOException {
    for (int length = whole.length - TAIL; length <= whole.length; length++) {
      isTheBeginning(Arrays.copyOf(whole, length), "cut at " + length);
    }
  }

  @Tag("spec:J4")
  @Tag("fault:D21")
  @Test
  void withAnyBitOfItsTailFlippedItTellsTheBeginningOfTheCrawl() throws IOException {
    for (int i = whole.length - TAIL; i < whole.length; i++) {
      var damaged = whole.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      isTheBeginning(damaged, "flipped at " + i);
    }
  }

  @Tag("spec:J4")
  @Tag("fault:D21")
  @Test
  void withItsTailAsItWasBeforeItWasWrittenItTellsTheBeginningOfTheCrawl() throws IOException {
    for (int i = whole.length - TAIL; i < whole.length; i++) {
      var damaged = whole.clone();
      Arrays.fill(damaged, i, damaged.length, (byte) 0);
      isTheBeginning(damaged, "nothing from " + i);
    }
  }

  private void isTheBeginning(byte[] journal, String as) throws IOException {
    Extent extent;
    try (var records = FileChannel.open(scribe.output, READ);
        var entries = new FrameReader(new ByteArrayInputStream(journal), journal.length)) {
      var head = Head.read(entries);
      extent = Extent.of(entries, journal.length, records, head.outputHead());
    }
    Files.write(scribe.journal(), journal);
    var told = new ArrayList<Settlement>();
    new JournalReader(scribe.journal(), extent.journalEnd()).settlements(told::add);

    assertThat(told).as(as).isEqualTo(scribe.written.subList(0, (int) extent.settled()));
    assertThat(extent.outputEnd()).as(as).isEqualTo((long) ends.get((int) extent.settled()));
    assertThat(extent.settled()).as(as).isGreaterThanOrEqualTo(wholeEntries(journal));
  }

  /// How many settled entries no byte of which differs.
  private long wholeEntries(byte[] journal) throws IOException {
    int same = Arrays.mismatch(whole, journal);
    try (var entries = new FrameReader(new ByteArrayInputStream(whole), whole.length)) {
      Head.read(entries);
      long settled = 0;
      while (entries.next() && (same < 0 || entries.position() <= same)) {
        settled += EntryKind.of(entries.get()) == EntryKind.SETTLED ? 1 : 0;
      }
      return settled;
    }
  }

  /// Where each record ends; the first is the line of field names.
  private static List<Integer> ends(byte[] lines) {
    return IntStream.range(1, lines.length)
        .filter(i -> lines[i - 1] == '\r' && lines[i] == '\n')
        .mapToObj(i -> i + 1)
        .toList();
  }
}
