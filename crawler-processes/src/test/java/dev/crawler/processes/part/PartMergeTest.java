package dev.crawler.processes.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.processes.part.PartMerge.Merged;
import dev.crawler.processes.part.PartMerge.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault:D1")
class PartMergeTest {
  @TempDir private Path folder;

  private final Map<String, Place> ledger = new HashMap<>();
  private final List<Integer> batches = new ArrayList<>();
  private final CollectedRecords sink = new CollectedRecords();

  @Tag("spec:G2")
  @Test
  void justTheSettledRecordOfEachKeyIsWrittenForAnyWorkersAndAnyRepeats() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      var expected = fetchAtRandom(seed);
      var records = new CollectedRecords();

      var merged = PartMerge.merge(parts(seed), this::places, ledger.size(), records);

      assertThat(merged).as("seed %d", seed).isEqualTo(new Merged(expected.size(), 0));
      assertThat(records.records()).as("seed %d", seed).hasSameElementsAs(expected);
    }
  }

  @Test
  void recordsComeInTheOrderOfThePartsAndTheirLines() throws IOException {
    settle(append(2, "http://ex.com/c"));
    settle(append(1, "http://ex.com/a"));

    PartMerge.merge(parts(0), this::places, 2, sink);

    assertThat(sink.records())
        .extracting(PageRecord::url)
        .containsExactly("http://ex.com/a", "http://ex.com/c");
  }

  @Tag("spec:G3")
  @Test
  void whatIsSettledAndNotThereIsCounted() throws IOException {
    settle(append(1, "http://ex.com/a"));
    append(3, "http://ex.com/b");
    ledger.put("http://ex.com/c", new Place(2, 0));

    var merged = PartMerge.merge(Part.in(folder), this::places, 2, sink);

    assertThat(merged).isEqualTo(new Merged(1, 1));
  }

  @Test
  void aThousandKeysAreLookedUpAtOnce() throws IOException {
    try (var log = PartLog.create(folder, 1)) {
      for (int i = 0; i < 2_500; i++) {
        log.append(Records.page("http://ex.com/" + i));
      }
    }

    PartMerge.merge(Part.in(folder), this::places, 0, sink);

    assertThat(batches).containsExactly(1_000, 1_000, 500);
  }

  @Test
  void fewerAreWhereRecordsAreHuge() throws IOException {
    var links = List.of("http://ex.com/" + "x".repeat(3 << 20));
    try (var log = PartLog.create(folder, 1)) {
      for (int i = 0; i < 10; i++) {
        log.append(Records.page("http://ex.com/" + i, links));
      }
    }

    PartMerge.merge(Part.in(folder), this::places, 0, sink);

    assertThat(batches).containsExactly(4, 4, 2);
  }

  @Test
  void aPartThatIsMissingIsAFailure() {
    var missing = List.of(Part.of(folder, 7));

    assertThatIOException().isThrownBy(() -> PartMerge.merge(missing, this::places, 0, sink));
  }

  private record Written(PageRecord page, Place place) {}

  /// Three workers, some of whose pages are fetched by several and settled by one of them.
  private List<PageRecord> fetchAtRandom(int seed) throws IOException {
    var random = new Random(seed);
    var settled = new HashMap<String, Written>();
    ledger.clear();
    for (int worker = 1; worker <= 3; worker++) {
      try (var log = PartLog.create(folder, 10 * seed + worker)) {
        for (int i = random.nextInt(60); i > 0; i--) {
          var page = Records.page("http://ex.com/" + random.nextInt(40));
          var place = new Place(log.part().worker(), log.append(page));
          if (random.nextBoolean()) {
            settled.put(page.url(), new Written(page.by("" + place.worker()), place));
          }
        }
      }
    }
    settled.values().forEach(this::settle);
    return settled.values().stream().map(Written::page).toList();
  }

  private List<Part> parts(int seed) throws IOException {
    return Part.in(folder).stream().filter(part -> part.worker() / 10 == seed).toList();
  }

  private Written append(int worker, String url) throws IOException {
    var page = Records.page(url);
    try (var log = PartLog.create(folder, worker)) {
      return new Written(page, new Place(worker, log.append(page)));
    }
  }

  private void settle(Written written) {
    ledger.put(RecordKey.of(written.page().url()).text(), written.place());
  }

  private Map<String, Place> places(List<RecordKey> keys) {
    batches.add(keys.size());
    var places = new HashMap<>(ledger);
    places.keySet().retainAll(keys.stream().map(RecordKey::text).toList());
    return places;
  }
}
