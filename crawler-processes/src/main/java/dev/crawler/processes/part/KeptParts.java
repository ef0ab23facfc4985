package dev.crawler.processes.part;

import dev.crawler.core.fetch.Journal;
import dev.crawler.core.journal.PartJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What all workers of a kept crawl have written, those of its former lives too. *Immutable.*
///
/// @param folder of the workers
public record KeptParts(Path folder) {
  /// What the job is called in all lives of the crawl, so that its parts lie together.
  public static final String JOB = "kept";

  /// A part, and how its records came to be.
  ///
  /// @param part with the records
  /// @param journal that names those that count
  public record Kept(Part part, PartJournal journal) {}

  /// Those of the crawl of a journal, if it is kept.
  public static Optional<KeptParts> of(Journal journal) throws IOException {
    var state = journal.folder();
    if (state.isEmpty()) {
      return Optional.empty();
    }
    var folder = state.get().toAbsolutePath().resolve("parts");
    return Optional.of(new KeptParts(Files.createDirectories(folder)));
  }

  /// The greatest number that a worker had; 0 when there was none.
  public int lastWorker() throws IOException {
    return all().stream().mapToInt(Part::worker).max().orElse(0);
  }

  private List<Part> all() throws IOException {
    return Part.in(Part.folderOf(folder, JOB));
  }

  /// Opens the parts of workers that are gone, cut back to what is whole. A worker that died before
  /// it had a journal has left no record.
  ///
  /// @throws dev.crawler.core.journal.UnusableStateException when they are damaged
  public List<Kept> open() throws IOException {
    var kept = new ArrayList<Kept>();
    for (var part : all()) {
      if (Files.exists(part.journal())) {
        kept.add(new Kept(part, PartJournal.open(part.journal(), part.file())));
      }
    }
    return kept;
  }
}
