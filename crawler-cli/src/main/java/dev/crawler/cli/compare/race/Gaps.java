package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.tck.server.RequestLog.Request;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How long a site's hosts were left alone between one request and the next. *Immutable.*
///
/// @param requests of a crawl, as the site saw them
record Gaps(List<Request> requests) {
  /// Copies the list.
  Gaps {
    requests = List.copyOf(requests);
  }

  /// Puts the usual percentiles in; nothing where some host had several requests at a time, or none
  /// had two.
  void measure(Map<Quantity, Double> measured) {
    double[] gaps =
        requests.stream()
            .collect(Collectors.groupingBy(request -> request.place().host()))
            .values()
            .stream()
            .flatMapToDouble(ofHost -> Arrays.stream(between(ofHost)))
            .sorted()
            .toArray();
    if (gaps.length == 0 || gaps[0] < 0) {
      return;
    }
    measured.put(Quantity.GAP_MIN_MS, gaps[0]);
    measured.put(Quantity.GAP_P50_MS, at(gaps, 0.5));
    measured.put(Quantity.GAP_P99_MS, at(gaps, 0.99));
    measured.put(Quantity.GAP_MAX_MS, gaps[gaps.length - 1]);
  }

  private static double[] between(List<Request> ofHost) {
    var sorted = ofHost.stream().sorted(Comparator.comparingLong(Request::startNanos)).toList();
    var gaps = new double[sorted.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (sorted.get(i + 1).startNanos() - sorted.get(i).endNanos()) / 1e6;
    }
    return gaps;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
