package dev.crawler.core.reserve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Reserve;
import dev.crawler.core.session.ReserveException;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskReserveTest {
  @TempDir Path folder;

  @Test
  void aRunIsReadAsOftenAsAsked() {
    try (var reserve = DiskReserve.in(folder, 0)) {
      var links = links(5_000);

      var run = reserve.keep(links.iterator());

      assertThat(run.read()).toIterable().isEqualTo(links);
      assertThat(run.read()).toIterable().isEqualTo(links);
    }
  }

  @Tag("spec:F2")
  @Test
  void theDiskComesBackWhenNothingIsNeededAnyMore() {
    try (var reserve = DiskReserve.in(folder, 0)) {
      var runs = new ArrayList<Reserve.Run>();
      var links = links(100_000);
      while (reserve.size() < 150 << 20) {
        runs.add(reserve.keep(links.iterator()));
      }

      runs.forEach(run -> run.drop());

      assertThat(reserve.size()).isLessThan(65 << 20);
    }
  }

  @Tag("spec:F4")
  @Test
  void nothingIsLeftBehind() throws IOException {
    try (var reserve = DiskReserve.in(folder, 0)) {
      reserve.keep(links(100_000).iterator());
    }

    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Tag("spec:F3")
  @Test
  void aFolderThatIsGoneIsToldByItsType() throws IOException {
    var gone = Files.createDirectory(folder.resolve("gone"));
    try (var reserve = DiskReserve.in(gone, 0)) {
      Files.delete(gone);

      assertThatThrownBy(() -> reserve.keep(links(1).iterator()))
          .isInstanceOf(ReserveException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }

  private static List<Link> links(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Link.seed(CrawlUrl.of("http://a/" + i + "-" + i * 31L % 1000 + "/page")))
        .toList();
  }
}
