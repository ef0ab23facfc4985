package dev.crawler.cli.compare.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.site.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GapsTest {
  @Test
  void aGapIsFromTheEndOfOneToTheStartOfTheNextOfTheSameHost() {
    var requests =
        List.of(request(0, 0, 2), request(1, 1, 3), request(0, 12, 13), request(1, 33, 34));

    var measured = measured(requests);

    assertThat(measured)
        .containsEntry(Quantity.GAP_MIN_MS, 10.0)
        .containsEntry(Quantity.GAP_P50_MS, 10.0)
        .containsEntry(Quantity.GAP_P99_MS, 30.0)
        .containsEntry(Quantity.GAP_MAX_MS, 30.0);
  }

  @Test
  void theOrderOfTheLogDoesNotMatter() {
    assertThat(measured(List.of(request(0, 12, 13), request(0, 0, 2))))
        .containsEntry(Quantity.GAP_MIN_MS, 10.0);
  }

  @Test
  void whereAHostHasSeveralAtATimeThereAreNone() {
    assertThat(measured(List.of(request(0, 0, 10), request(0, 5, 12)))).isEmpty();
  }

  @Test
  void oneRequestHasNone() {
    assertThat(measured(List.of(request(0, 0, 10)))).isEmpty();
  }

  private static Map<Quantity, Double> measured(List<Request> requests) {
    var measured = new EnumMap<Quantity, Double>(Quantity.class);
    new Gaps(requests).measure(measured);
    return measured;
  }

  private static Request request(int host, long startMillis, long endMillis) {
    return new Request(
        new Place(host, "/"), 1, startMillis * 1_000_000, endMillis * 1_000_000, true);
  }
}
