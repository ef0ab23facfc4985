package dev.crawler.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartJournalTest {
  private static final RecordFormat JSON = RecordFormat.jsonLines(RecordFields.all());

  @TempDir private Path folder;

  private record Entry(long position, long epoch, String url) {}

  private Path journal() {
    return folder.resolve("worker-1.journal");
  }

  private Path records() {
    return folder.resolve("worker-1.jsonl");
  }

  private List<Entry> write(int count) throws IOException {
    var written = new ArrayList<Entry>();
    try (var kept = PartJournal.begin(journal(), records(), true, InstantSource.system())) {
      var sink = kept.sink(JSON);
      for (int i = 0; i < count; i++) {
        var link = Link.seed(CrawlUrl.of("http://a.example/" + i));
        var exclusion = Exclusion.of(link, ExclusionReason.TRAP);
        var how = new Settlement.Excluded(exclusion);
        written.add(new Entry(sink.append(page(exclusion), how, 3 + i), 3 + i, exclusion.url()));
      }
    }
    return written;
  }

  private static PageRecord page(Exclusion exclusion) throws IOException {
    var records = new CollectedRecords();
    new PageHandler(CrawlPlan.of().build(), records).exclude(exclusion);
    return records.records().getFirst();
  }

  private List<Entry> read() throws IOException {
    var entries = new ArrayList<Entry>();
    PartJournal.open(journal(), records())
        .settlements((position, epoch, how) ->
            entries.add(new Entry(position, epoch, ((Settlement.Excluded) how).exclusion().url())));
    return entries;
  }

  @Tag("spec:J5")
  @Test
  void tellsWhereRecordsLieAndUnderWhichClaim() throws IOException {
    var written = write(3);

    var read = read();

    assertThat(read).isEqualTo(written);
    assertThat(read.getFirst().position()).isZero();
  }

  @Tag("spec:J4")
  @Test
  void aFileThatHasLostWhatWasSafeIsRefused() throws IOException {
    var written = write(4);
    try (var file = FileChannel.open(records(), StandardOpenOption.WRITE)) {
      file.truncate(written.get(3).position() - 1);
    }

    assertThatThrownBy(this::read).isInstanceOf(UnusableStateException.class);
  }

  @Tag("spec:J4")
  @Test
  void aTornTailOfTheJournalIsCutWithItsRecords() throws IOException {
    var written = write(4);
    // behind the last entry stands one mark of what is safe
    try (var file = FileChannel.open(journal(), StandardOpenOption.WRITE)) {
      file.truncate(file.size() - 15);
    }

    assertThat(read()).isEqualTo(written.subList(0, 3));
    assertThat(Files.size(records())).isEqualTo(written.get(3).position());
  }

  @Test
  void aNumberIsUsedOnce() throws IOException {
    write(1);

    assertThatThrownBy(() -> write(1)).isInstanceOf(IOException.class);
  }
}
