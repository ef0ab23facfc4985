package dev.crawler.core.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.record.RecordOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  private static final List<String> SEEDS = List.of("http://a.example/", "http://b.example/");

  @TempDir Path folder;

  private Scribe scribe;

  @BeforeEach
  void scribe() {
    scribe = new Scribe(folder);
  }

  /// A crawl that died while it read its seeds.
  private void beginAndDie() throws IOException {
    try (var journal = scribe.folder().begin(scribe.output, Scribe.FORMAT)) {
      assertThat(journal.seeds(SEEDS).iterator().next()).isEqualTo(SEEDS.getFirst());
    }
  }

  private void requireWhole(KeptJournal journal) throws IOException {
    assertThat(journal.resumedAt()).isEmpty();
    assertThat(journal.seeds(SEEDS)).containsExactlyElementsOf(SEEDS);
    scribe.write(journal, 0, 3);
    journal.close();
    try (var next = scribe.folder().resume(scribe.output)) {
      assertThat(next.settled()).isEqualTo(3);
      assertThat(next.seeds(List.of())).containsExactlyElementsOf(SEEDS);
    }
    assertThat(Files.readString(scribe.output)).startsWith("schema,").hasLineCount(4);
  }

  @Tag("spec:J8")
  @Test
  void resumedBeforeItsSeedsWereReadACrawlBeginsAnew() throws IOException {
    beginAndDie();
    assertThat(KeptBeginning.of(scribe.state).orElseThrow().isComplete()).isFalse();

    var journal = scribe.folder().resume(scribe.output);

    requireWhole(journal);
    assertThat(KeptBeginning.of(scribe.state).orElseThrow().isComplete()).isTrue();
  }

  @Tag("spec:J8")
  @Test
  void begunBeforeItsSeedsWereReadACrawlMakesWay() throws IOException {
    beginAndDie();

    var journal = scribe.folder().begin(scribe.output, Scribe.FORMAT);

    requireWhole(journal);
  }

  @Tag("spec:J8")
  @Test
  void oneThatDiedBeforeItsJournalWasThereLeavesNothingInTheWay() throws IOException {
    beginAndDie();
    Files.move(scribe.journal(), scribe.journal().resolveSibling("journal.part"));

    var journal = scribe.folder().begin(scribe.output, Scribe.FORMAT);

    requireWhole(journal);
  }

  @Tag("spec:J4")
  @Tag("spec:J8")
  @Tag("fault:D21")
  @Test
  void damagedAmongItsSeedsItKeepsItsRecords() throws IOException {
    scribe.write(10);
    var output = Files.readAllBytes(scribe.output);
    var damaged = Files.readAllBytes(scribe.journal());
    damaged[indexOf(damaged, "http://b.example/")] ^= 1;
    Files.write(scribe.journal(), damaged);

    assertThatThrownBy(() -> scribe.folder().resume(scribe.output))
        .isInstanceOf(UnusableStateException.class)
        .hasMessageEndingWith("it is damaged before its first record");
    assertThatThrownBy(() -> scribe.folder().begin(scribe.output, Scribe.FORMAT))
        .isInstanceOf(UnusableStateException.class)
        .hasMessageContaining("is kept in");
    assertThat(Files.readAllBytes(scribe.output)).isEqualTo(output);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, ISO_8859_1).indexOf(text);
  }

  @Tag("spec:J9")
  @Test
  void whoHasItKeepsOthersOut() throws IOException {
    try (var _ = scribe.folder().begin(scribe.output, Scribe.FORMAT)) {
      assertThatThrownBy(() -> scribe.folder().resume(scribe.output))
          .isInstanceOf(UnusableStateException.class)
          .hasMessageContaining("another crawl is running in");
    }
  }

  @Tag("spec:J7")
  @Test
  void itTellsWhatAllRecordsSay() throws IOException {
    scribe.write(8);
    var sums =
        new Sums(
            Map.of(RecordOutcome.OK, 70_000L, RecordOutcome.FAILED, 2L),
            Map.of(FailureReason.DNS, 2L),
            1L << 40);
    try (var journal = scribe.folder().resume(scribe.output)) {
      var gists = new ArrayList<RecordOutcome>();
      journal.gists((_, gist) -> gists.add(gist.outcome()));
      assertThat(gists).hasSize(8).containsOnly(RecordOutcome.EXCLUDED);
      journal.finish(sums);
    }

    try (var journal = scribe.folder().resume(scribe.output)) {
      assertThat(journal.isFinished()).isTrue();
      assertThat(journal.sums().outcomes()).containsAllEntriesOf(sums.outcomes());
      assertThat(journal.sums().reasons()).isEqualTo(sums.reasons());
      assertThat(journal.sums().bytes()).isEqualTo(1L << 40);
    }
  }
}
