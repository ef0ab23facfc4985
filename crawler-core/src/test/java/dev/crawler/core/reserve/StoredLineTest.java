package dev.crawler.core.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Reserve.Store;
import dev.crawler.core.url.CrawlUrl;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredLineTest {
  private static final List<String> TEXTS =
      List.of(
          "", "no URL", "größer", "名前 \ud83d\ude00", "half \ud83d", "\ude00?", "a".repeat(9000));

  @TempDir Path folder;

  @Tag("spec:F2")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void linksComeOutAsTheyWentIn(long seed) {
    try (var reserve = DiskReserve.in(folder, 0)) {
      var random = new SplittableRandom(seed);
      var referrers = new ArrayList<@Nullable CrawlUrl>();
      referrers.add(null);
      for (int i = 0; i < 5; i++) {
        referrers.add(CrawlUrl.of("http://a/from/" + i));
      }

      comeOutAsTheyWentIn(
          reserve::links,
          i ->
              new Link(
                  CrawlUrl.of("http://a/section/" + random.nextInt(100) + "/page" + i + "?%C3%A4"),
                  random.nextInt(300),
                  random.nextInt(3),
                  referrers.get(random.nextInt(referrers.size()))),
          random);
    }
  }

  @Tag("spec:F2")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void exclusionsComeOutAsTheyWentIn(long seed) {
    try (var reserve = DiskReserve.in(folder, 0)) {
      var random = new SplittableRandom(seed);
      var rules = ExclusionReason.values();
      var failures = FailureReason.values();

      comeOutAsTheyWentIn(
          reserve::exclusions,
          i ->
              new Exclusion(
                  TEXTS.get(random.nextInt(TEXTS.size())) + i,
                  random.nextBoolean()
                      ? rules[random.nextInt(rules.length)]
                      : failures[random.nextInt(failures.length)],
                  random.nextBoolean() ? null : TEXTS.get(random.nextInt(TEXTS.size())),
                  i,
                  i % 7,
                  random.nextBoolean() ? null : CrawlUrl.of("http://b/" + i / 10)),
          random);
    }
  }

  /// Several lines at once, filled and emptied in turn.
  private static <T> void comeOutAsTheyWentIn(
      Supplier<Store<T>> lines, IntFunction<T> items, SplittableRandom random) {
    var stores = new ArrayList<Store<T>>();
    var models = new ArrayList<ArrayDeque<T>>();
    for (int i = 0; i < 7; i++) {
      stores.add(lines.get());
      models.add(new ArrayDeque<>());
    }
    for (int i = 0; i < 20_000; i++) {
      int line = random.nextInt(stores.size());
      boolean fills = i / 3_000 % 2 == 0 ? random.nextInt(4) > 0 : random.nextInt(4) == 0;
      if (fills) {
        var item = items.apply(i);
        stores.get(line).add(item);
        models.get(line).add(item);
      } else if (!models.get(line).isEmpty()) {
        assertThat(stores.get(line).remove()).isEqualTo(models.get(line).remove());
      }
      assertThat(stores.get(line).isEmpty()).isEqualTo(models.get(line).isEmpty());
    }
  }

  @Test
  void aLinkTakesFewBytes() {
    try (var reserve = DiskReserve.in(folder, 0)) {
      var page = CrawlUrl.of("http://a.example/section/a-page.html");
      var line = reserve.links();

      for (int i = 0; i < 10_000; i++) {
        line.add(new Link(CrawlUrl.of("http://a.example/section/page-" + i), 1, 0, page));
      }

      assertThat(reserve.size()).isLessThan(10_000 * 20L);
    }
  }
}
