package dev.crawler.core.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the crawl in a folder began. Only looked at: its process may still be at work. *Immutable.*
///
/// @param words of the command line by which it did
/// @param isComplete whether all seeds stand in its journal
public record KeptBeginning(List<String> words, boolean isComplete) {
  /// Copies the list.
  public KeptBeginning {
    words = List.copyOf(words);
  }

  /// That of the crawl in a folder; empty when there is none.
  ///
  /// @throws UnusableStateException when the journal is not one of ours
  public static Optional<KeptBeginning> of(Path folder) throws IOException {
    var journal = folder.resolve(StateFolder.JOURNAL);
    if (!Files.isRegularFile(journal, NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (var entries = new FrameReader(Files.newInputStream(journal), Files.size(journal))) {
      var head = Head.read(entries);
      return Optional.of(new KeptBeginning(head.words(), isComplete(entries)));
    } catch (UnusableStateException e) {
      throw new UnusableStateException("cannot resume " + folder + ": " + e.getMessage());
    }
  }

  /// Whether all seeds stand in what follows a head.
  static boolean isComplete(FrameReader entries) throws IOException {
    while (entries.next()) {
      switch (EntryKind.of(entries.get())) {
        case SEEDS, SYNC -> {}
        case null, default -> {
          return true;
        }
      }
    }
    return false;
  }
}
