package dev.crawler.core.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;
import static java.util.Objects.requireNonNull;

import dev.crawler.core.record.PartFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The files of a kept crawl. *Immutable.*
///
/// @param journal names the records
/// @param output where they are in the end
/// @param records where this process writes them; another file than the output when workers write
///   them elsewhere, and then always empty
/// @param folder of those workers
record KeptFiles(Path journal, Path output, Path records, Optional<Path> folder) {
  private static final String APART = "records";

  static KeptFiles together(Path journal, Path output) {
    var file = output.toAbsolutePath();
    return new KeptFiles(journal, file, file, Optional.empty());
  }

  static KeptFiles apart(Path journal, Path output) {
    var folder = requireNonNull(journal.toAbsolutePath().getParent());
    return new KeptFiles(
        journal, output.toAbsolutePath(), folder.resolve(APART), Optional.of(folder));
  }

  /// Those of a crawl that was begun, whichever kind it is.
  static KeptFiles of(Path journal, Head head) {
    var apart = apart(journal, head.output());
    return Files.exists(apart.records, NOFOLLOW_LINKS) ? apart : together(journal, head.output());
  }

  /// Makes the file of the records with its first line. One may be there already when it says
  /// nothing more than that; one with records stays as it is.
  AppendFile createRecords(byte[] head) throws IOException {
    var file = created(head);
    try {
      file.stream().write(head);
      file.grown(head.length);
      file.sync();
      PartFile.syncFolderOf(records);
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private AppendFile created(byte[] head) throws IOException {
    try {
      return AppendFile.create(records);
    } catch (FileAlreadyExistsException e) {
      if (Files.isRegularFile(records, NOFOLLOW_LINKS) && isBeginningOf(head)) {
        return AppendFile.open(records, 0);
      }
      throw new FileSystemException(
          records.toString(), null, "it is there already, and a crawl that is kept begins its own");
    }
  }

  private boolean isBeginningOf(byte[] head) throws IOException {
    long size = Files.size(records);
    return size <= head.length
        && Arrays.equals(Files.readAllBytes(records), Arrays.copyOf(head, (int) size));
  }

  /// How much of them counts.
  ///
  /// @param terms that must be the same
  /// @throws UnusableStateException when they are damaged, or of another crawl
  Extent extent(Map<String, String> terms) throws IOException {
    long length = Files.size(journal);
    try (var entries = new FrameReader(Files.newInputStream(journal), length)) {
      var head = Head.read(entries);
      head.require(terms);
      if (!head.output().equals(output)) {
        throw new UnusableStateException("its output is " + head.output());
      }
      requireThere(records);
      try (var lines = FileChannel.open(records, READ, NOFOLLOW_LINKS)) {
        var extent = Extent.of(entries, length, lines, head.outputHead());
        requireThere(extent.isFinished() ? output : records);
        requireBlank(extent, head);
        return extent;
      }
    }
  }

  private static void requireThere(Path file) throws UnusableStateException {
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new UnusableStateException("its output is gone: " + file);
    }
  }

  /// No record is there before all seeds are.
  private void requireBlank(Extent extent, Head head) throws IOException {
    if (!extent.isBegun() && hasRecords(head)) {
      throw new UnusableStateException("it is damaged before its first record");
    }
  }

  /// Removes what a crawl has left that died before all of its seeds were read; false when there is
  /// more than that.
  boolean clear() throws IOException {
    Head head;
    boolean begun;
    try (var entries = new FrameReader(Files.newInputStream(journal), Files.size(journal))) {
      head = Head.read(entries);
      begun = KeptBeginning.isComplete(entries);
    } catch (UnusableStateException _) {
      return false;
    }
    var former = of(journal, head);
    if (begun || former.hasRecords(head)) {
      return false;
    }
    Files.deleteIfExists(former.records); // first: without it a journal is no use
    Files.delete(journal);
    PartFile.syncFolderOf(journal);
    return true;
  }

  private boolean hasRecords(Head head) throws IOException {
    boolean elsewhere = folder.isPresent() && Files.exists(folder.get().resolve("parts"));
    return elsewhere
        || Files.exists(records, NOFOLLOW_LINKS) && Files.size(records) > head.outputHead();
  }
}
