package dev.crawler.core.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import dev.crawler.core.fetch.Journal.Care;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.record.PartFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What one of many processes has written of a crawl: its records, and beside them a journal of its
/// own. Nobody writes on in either when that process is gone. *Thread-safe.*
public final class PartJournal {
  private final JournalReader reader;

  private PartJournal(JournalReader reader) {
    this.reader = reader;
  }

  /// Takes an entry.
  @FunctionalInterface
  public interface Taker {
    /// @param position where its record begins
    /// @param epoch of the claim under which it was written
    void take(long position, long epoch, Settlement settlement) throws IOException;
  }

  /// Begins one. The journal is not there before it can be read, and never without the records.
  ///
  /// @throws IOException when a file cannot be made, or is there already
  public static KeptJournal begin(Path journal, Path records, boolean levelled, InstantSource clock)
      throws IOException {
    var lines = AppendFile.create(records, PartFile.ownerOnly(records));
    try {
      var writer = new JournalWriter(created(journal, records), lines, new KnownLinks(levelled));
      var nothing = new JournalReader(journal, 0);
      return KeptJournal.begun(() -> {}, nothing, writer, Optional.empty(), clock);
    } catch (IOException e) {
      lines.close();
      throw e;
    }
  }

  private static AppendFile created(Path journal, Path records) throws IOException {
    return AppendFile.create(
        journal,
        entries -> {
          new Head(records.getFileName(), 0, Map.of(), List.of()).writeTo(entries);
          entries.grown(new Frame().begin(EntryKind.BEGUN).writeTo(entries.stream()));
        });
  }

  /// Opens what a process has left. Cuts both files back to what is whole.
  ///
  /// @throws UnusableStateException when something else than a death has befallen them
  public static PartJournal open(Path journal, Path records) throws IOException {
    try {
      var extent = extent(journal, records);
      AppendFile.open(records, extent.outputEnd()).close(); // first: see Extent
      AppendFile.open(journal, extent.journalEnd()).close();
      return new PartJournal(new JournalReader(journal, extent.journalEnd()));
    } catch (UnusableStateException e) {
      throw new UnusableStateException("cannot resume %s: %s".formatted(journal, e.getMessage()));
    }
  }

  private static Extent extent(Path journal, Path records) throws IOException {
    long length = Files.size(journal);
    try (var entries = new FrameReader(Files.newInputStream(journal), length)) {
      var head = Head.read(entries);
      if (!Files.isRegularFile(records, NOFOLLOW_LINKS)) {
        throw new UnusableStateException("its records are gone: " + records);
      }
      try (var lines = FileChannel.open(records, READ, NOFOLLOW_LINKS)) {
        var extent = Extent.of(entries, length, lines, head.outputHead());
        if (!extent.isBegun()) {
          throw new UnusableStateException("its beginning is damaged");
        }
        return extent;
      }
    }
  }

  /// Tells how URLs ended, in the order of their records. May be asked more than once.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be read
  public void settlements(Taker each) {
    reader.places(each);
  }

  /// Tells how hosts are to be treated.
  public void cares(Consumer<Care> each) {
    reader.cares(each);
  }
}
