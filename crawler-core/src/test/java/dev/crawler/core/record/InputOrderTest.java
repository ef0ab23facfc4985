package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spec:O4")
class InputOrderTest {
  private static final RecordFormat URL = RecordFormat.jsonLines(RecordFields.of(List.of("url")));
  private static final long AMPLE = 1 << 20;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private LineSink sink(long mostInMemory, List<String> list) {
    var order = new InputOrder(folder, mostInMemory);
    order.noting(list).forEach(line -> {});
    return LineSink.to(out, URL, order);
  }

  private static void write(Sink sink, String... urls) throws IOException {
    for (var url : urls) {
      sink.write(Pages.failed(url));
    }
  }

  private List<String> written() {
    return out.toString(UTF_8)
        .lines()
        .map(line -> line.substring("{'url':'".length(), line.length() - "'}".length()))
        .toList();
  }

  @Test
  void recordsComeInTheOrderOfTheListAsSoonAsTheyAreNext() throws IOException {
    try (var sink = sink(AMPLE, List.of("http://a/", "http://b/", "http://c/", "http://d/"))) {
      write(sink, "http://c/", "http://a/");
      sink.flush();

      assertThat(written()).containsExactly("http://a/");
      write(sink, "http://b/");
      sink.flush();

      assertThat(written()).containsExactly("http://a/", "http://b/", "http://c/");
    }
  }

  @Test
  void ofAKeyThatIsThereTwiceTheFirstPlaceCounts() throws IOException {
    try (var sink = sink(AMPLE, List.of("http://b/%7e#x", "http://a/", "HTTP://B:80/~"))) {
      write(sink, "http://a/", "http://b/~");
    }

    assertThat(written()).containsExactly("http://b/~", "http://a/");
  }

  @Test
  void aLineThatIsNoUrlKeepsItsPlace() throws IOException {
    try (var sink = sink(AMPLE, List.of("http://a/", "no url at all", "mailto:x@y", "http://b/"))) {
      write(sink, "mailto:x@y", "no url at all", "http://b/", "http://a/");
    }

    assertThat(written()).containsExactly("http://a/", "no url at all", "mailto:x@y", "http://b/");
  }

  @Test
  void whatIsNotOfTheListComesLastByItsKey() throws IOException {
    try (var sink = sink(AMPLE, List.of("http://m/", "http://a/"))) {
      write(sink, "http://z/", "http://b/%7E", "http://b/a", "http://a/", "http://m/");
    }

    assertThat(written())
        .containsExactly("http://m/", "http://a/", "http://b/a", "http://b/%7E", "http://z/");
  }

  @Test
  void aCrawlThatIsBrokenOffWritesWhatItHeldBack() throws IOException {
    try (var sink = sink(AMPLE, List.of("http://a/", "http://b/", "http://c/", "http://d/"))) {
      write(sink, "http://d/", "http://x/", "http://b/");
    }

    assertThat(written()).containsExactly("http://b/", "http://d/", "http://x/");
  }

  @Test
  void aHeaderStandsAboveAllThatIsHeldBack() throws IOException {
    var order = new InputOrder(folder, AMPLE);
    order.noting(List.of("http://a/", "http://b/")).forEach(line -> {});

    try (var sink = LineSink.to(out, RecordFormat.csv(RecordFields.of(List.of("url"))), order)) {
      write(sink, "http://b/");
    }

    assertThat(out.toString(UTF_8)).isEqualTo("url\r\nhttp://b/\r\n");
  }

  @Test
  void whatMemoryDoesNotHoldGoesToAFileWithoutAName() throws IOException {
    var list = IntStream.range(0, 500).mapToObj(i -> "http://a/" + i + "x".repeat(i * 17)).toList();
    try (var sink = sink(2_000, list)) {
      for (int i = list.size() - 1; i > 0; i--) {
        write(sink, list.get(i));
      }

      assertThat(folder).isEmptyDirectory();
      assertThat(written()).isEmpty();
      write(sink, list.getFirst());
    }

    assertThat(written()).isEqualTo(list);
  }

  @Test
  void anyCompletionOrderOfManyThreadsGivesTheSameBytes() throws IOException {
    var list = IntStream.range(0, 3_000).mapToObj(i -> "http://h" + i % 7 + "/" + i).toList();
    long seed = System.nanoTime();
    for (int round = 0; round < 20; round++) {
      out.reset();
      var shuffled = new ArrayList<>(list);
      Collections.shuffle(shuffled, new Random(seed + round));

      try (var sink = sink(10_000, list)) {
        writeByMany(sink, shuffled);
      }

      assertThat(written()).as("seed %d", seed + round).isEqualTo(list);
    }
  }

  @Test
  void eachOfAMillionUrlsHasItsOwnRank() {
    var ranks = new Ranks();

    for (int i = 0; i < 1_000_000; i++) {
      ranks.add("http://h" + i % 1000 + ".example/" + i);
    }

    assertThat(ranks.of("http://h999.example/999999")).isEqualTo(999_999);
    assertThat(ranks.of("http://h7.example/7")).isEqualTo(7);
    assertThat(ranks.of("http://h7.example/8")).isEqualTo(-1);
  }

  private static void writeByMany(Sink sink, List<String> urls) {
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var url : urls) {
        var _ =
            threads.submit(() -> {
              sink.write(Pages.failed(url));
              return url;
            });
      }
    }
  }
}
