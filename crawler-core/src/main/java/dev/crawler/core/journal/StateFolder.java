package dev.crawler.core.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import dev.crawler.core.record.PartFile;
import dev.crawler.core.record.RecordFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A folder for the state of one crawl: its journal, and a lock against a second process.
/// *Immutable.*
///
/// @param path of the folder
/// @param terms options that change the result, each with its value, in a person's words
/// @param levelled whether the plan is
/// @param clock of the wall: processes of one crawl have no other in common
public record StateFolder(
    Path path, Map<String, String> terms, boolean levelled, InstantSource clock) {
  private Path journal() {
    return path.resolve("journal");
  }

  /// Begins a crawl. Makes the folder, and the output.
  ///
  /// @throws UnusableStateException when there is a crawl in the folder
  /// @throws IOException when a file cannot be made; the output has records already, say
  public KeptJournal begin(Path output, RecordFormat format) throws IOException {
    return begin(output, output, format.header(), Optional.empty());
  }

  /// The same for a crawl of many processes, each of which keeps its records in the folder with a
  /// journal of its own; the output is made when it is over.
  public KeptJournal beginApart(Path output) throws IOException {
    return begin(output, apart(), "", Optional.of(path));
  }

  /// Where no record ever is: they are with the workers.
  private Path apart() {
    return path.resolve("records");
  }

  private KeptJournal begin(Path output, Path records, String header, Optional<Path> folder)
      throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectory(path);
    }
    var lock = StateLock.of(path);
    try {
      if (Files.exists(journal(), NOFOLLOW_LINKS)) {
        throw new UnusableStateException(
            "a crawl is kept in %s already; --resume goes on with it".formatted(path));
      }
      return begin(lock, output.toAbsolutePath(), records.toAbsolutePath(), header, folder);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private KeptJournal begin(
      Closeable lock, Path output, Path file, String header, Optional<Path> folder)
      throws IOException {
    var first = header.getBytes(StandardCharsets.UTF_8);
    var records = created(file);
    records.stream().write(first);
    records.grown(first.length);
    var entries = AppendFile.create(journal(), PartFile.ownerOnly(journal()));
    new Head(output, first.length, terms).writeTo(entries);
    var writer = new JournalWriter(entries, records, new KnownLinks(levelled));
    return KeptJournal.begun(lock, new JournalReader(journal(), 0), writer, folder, clock);
  }

  /// An empty file may be there already; one with records stays as it is.
  private static AppendFile created(Path output) throws IOException {
    try {
      return AppendFile.create(output);
    } catch (FileAlreadyExistsException e) {
      if (Files.isRegularFile(output, NOFOLLOW_LINKS) && Files.size(output) == 0) {
        return AppendFile.open(output, 0);
      }
      throw new FileSystemException(
          output.toString(), null, "it is there already, and a crawl that is kept begins its own");
    }
  }

  /// Goes on with a crawl. Cuts journal and output back to what is whole.
  ///
  /// @throws UnusableStateException when there is none in the folder, or it was begun otherwise
  /// @throws IOException when its files cannot be read or written
  public KeptJournal resume(Path output) throws IOException {
    return resume(output, output, Optional.empty());
  }

  /// The same for a crawl of many processes.
  public KeptJournal resumeApart(Path output) throws IOException {
    return resume(output, apart(), Optional.of(path));
  }

  private KeptJournal resume(Path output, Path records, Optional<Path> folder) throws IOException {
    if (!Files.isRegularFile(journal(), NOFOLLOW_LINKS)) {
      throw new UnusableStateException("no crawl is kept in " + path);
    }
    var lock = StateLock.of(path);
    try {
      return resume(lock, output.toAbsolutePath(), records.toAbsolutePath(), folder);
    } catch (UnusableStateException e) {
      lock.close();
      throw new UnusableStateException("cannot resume " + path + ": " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private KeptJournal resume(Closeable lock, Path output, Path file, Optional<Path> folder)
      throws IOException {
    var extent = extent(output, file);
    if (extent.isFinished()) {
      requireThere(output);
    }
    var records = AppendFile.open(file, extent.outputEnd()); // first: see Extent
    var entries = AppendFile.open(journal(), extent.journalEnd());
    var writer = new JournalWriter(entries, records, new KnownLinks(levelled));
    writer.sync();
    var former = new JournalReader(journal(), extent.journalEnd());
    return KeptJournal.resumed(lock, former, writer, extent, folder, clock);
  }

  private static void requireThere(Path output) throws UnusableStateException {
    if (!Files.isRegularFile(output, NOFOLLOW_LINKS)) {
      throw new UnusableStateException("its output is gone: " + output);
    }
  }

  private Extent extent(Path output, Path file) throws IOException {
    long length = Files.size(journal());
    try (var entries = new FrameReader(Files.newInputStream(journal()), length)) {
      var head = Head.read(entries);
      head.require(terms);
      if (!head.output().equals(output)) {
        throw new UnusableStateException("its output is " + head.output());
      }
      requireThere(file);
      try (var records = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
        return Extent.of(entries, length, records, head.outputHead());
      }
    }
  }
}
