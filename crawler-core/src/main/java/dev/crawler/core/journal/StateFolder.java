package dev.crawler.core.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.crawler.core.record.PartFile;
import dev.crawler.core.record.RecordFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A folder for the state of one crawl: its journal, and a lock against a second process.
/// *Immutable.*
///
/// @param path of the folder
/// @param terms options that change the result, each with its value, in a person's words; a value
///   that begins with `sha256:` is not told
/// @param words of the command line, for the next one; see [KeptBeginning]
/// @param levelled whether the plan is
/// @param clock of the wall: processes of one crawl have no other in common
public record StateFolder(
    Path path,
    Map<String, String> terms,
    List<String> words,
    boolean levelled,
    InstantSource clock) {
  static final String JOURNAL = "journal";

  /// Copies the list.
  public StateFolder {
    words = List.copyOf(words);
  }

  /// One of a program that has no command line.
  public StateFolder(Path path, Map<String, String> terms, boolean levelled, InstantSource clock) {
    this(path, terms, List.of(), levelled, clock);
  }

  private Path journal() {
    return path.resolve(JOURNAL);
  }

  /// Begins a crawl. Makes the folder, and the output. A crawl that died before all of its seeds
  /// were read has recorded nothing, and makes way.
  ///
  /// @throws UnusableStateException when there is a crawl in the folder
  /// @throws IOException when a file cannot be made; the output has records already, say
  public KeptJournal begin(Path output, RecordFormat format) throws IOException {
    return begin(KeptFiles.together(journal(), output), format.header());
  }

  /// The same for a crawl of many processes, each of which keeps its records in the folder with a
  /// journal of its own; the output is made when it is over.
  public KeptJournal beginApart(Path output) throws IOException {
    return begin(KeptFiles.apart(journal(), output), "");
  }

  private KeptJournal begin(KeptFiles files, String header) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectory(path);
      PartFile.syncFolderOf(path);
    }
    var lock = StateLock.of(path);
    try {
      if (Files.exists(journal(), NOFOLLOW_LINKS) && !files.clear()) {
        throw new UnusableStateException(
            "a crawl is kept in %s already; --resume goes on with it".formatted(path));
      }
      return begin(lock, files, header.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private KeptJournal begin(Closeable lock, KeptFiles files, byte[] header) throws IOException {
    var records = files.createRecords(header);
    try {
      var head = new Head(files.output(), header.length, terms, words);
      var entries = AppendFile.create(journal(), head::writeTo);
      return begun(lock, files, new JournalWriter(entries, records, new KnownLinks(levelled)));
    } catch (IOException e) {
      records.close();
      throw e;
    }
  }

  private KeptJournal begun(Closeable lock, KeptFiles files, JournalWriter writer) {
    var nothing = new JournalReader(journal(), 0);
    return KeptJournal.begun(lock, nothing, writer, files.folder(), clock);
  }

  /// Goes on with a crawl. Cuts journal and output back to what is whole. A crawl that died before
  /// all of its seeds were read begins anew: [KeptJournal#resumedAt] is empty then, and its seeds
  /// are to be given again.
  ///
  /// @throws UnusableStateException when there is none in the folder, or it was begun otherwise
  /// @throws IOException when its files cannot be read or written
  public KeptJournal resume(Path output) throws IOException {
    return resume(KeptFiles.together(journal(), output));
  }

  /// The same for a crawl of many processes.
  public KeptJournal resumeApart(Path output) throws IOException {
    return resume(KeptFiles.apart(journal(), output));
  }

  private KeptJournal resume(KeptFiles files) throws IOException {
    if (!Files.isRegularFile(journal(), NOFOLLOW_LINKS)) {
      throw new UnusableStateException("no crawl is kept in " + path);
    }
    var lock = StateLock.of(path);
    try {
      return resume(lock, files);
    } catch (UnusableStateException e) {
      lock.close();
      throw new UnusableStateException("cannot resume " + path + ": " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private KeptJournal resume(Closeable lock, KeptFiles files) throws IOException {
    var extent = files.extent(terms);
    long end = extent.isBegun() ? extent.journalEnd() : extent.journalHead();
    var records = AppendFile.open(files.records(), extent.outputEnd()); // first: see Extent
    var writer =
        new JournalWriter(AppendFile.open(journal(), end), records, new KnownLinks(levelled));
    if (!extent.isBegun()) {
      return begun(lock, files, writer);
    }
    writer.sync();
    var former = new JournalReader(journal(), end);
    return KeptJournal.resumed(lock, former, writer, extent, files.folder(), clock);
  }
}
