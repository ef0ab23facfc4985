package dev.crawler.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.CrawlPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFilesTest {
  private final List<String> told = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1024,64", "320,64", "319,63", "131,1", "64,1", "0,1"})
  void fetchesInFlightFitIntoWhatMayBeOpen(String files, int fetches) {
    assertThat(
            fetchesWith(
                "Max open files            %s                 4096       files".formatted(files)))
        .isEqualTo(fetches);
    assertThat(told).hasSize(fetches == 64 ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"Max open files            unlimited            unlimited            files", "''"})
  void whatIsNotBoundedBoundsNothing(String limits) {
    assertThat(fetchesWith(limits)).isEqualTo(64);
    assertThat(told).isEmpty();
  }

  @Test
  void fewerFetchesAreToldOf() {
    fetchesWith("Max open files 256 256 files");

    assertThat(told)
        .containsExactly("only 256 files may be open (ulimit -n): 42 fetches in flight, not 64");
  }

  private int fetchesWith(String limits) {
    var plan = CrawlPlan.of(List.of("http://a.example/")).build();
    return OpenFiles.told("Max cpu time  unlimited\n" + limits + "\n")
        .fitting(plan, told::add)
        .limits()
        .concurrency();
  }
}
