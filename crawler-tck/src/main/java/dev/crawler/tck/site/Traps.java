package dev.crawler.tck.site;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// URLs on both sides of the line between a page and a trap (contract: over 2,048 characters, over
/// 20 path segments, or a segment more than three times). *Immutable.*
///
/// @param keys how a place is written as a URL
record Traps(Function<Place, String> keys) {
  private static final int LONGEST = 2048;
  private static final int DEEPEST = 20;
  private static final int REPEATS = 3;

  /// A trap, or what is just not one.
  Place pick(int host, Dice dice) {
    return dice.with("which")
        .pick(
            List.of(
                new Place(host, "/again/x/again/x/again/x" + dice.below(2)),
                new Place(host, "/again/again/x/again/again"),
                new Place(host, "/a/a/b/a/a/" + dice.below(2)),
                new Place(host, segments(DEEPEST)),
                new Place(host, segments(DEEPEST + 1)),
                ofLength(host, LONGEST),
                ofLength(host, LONGEST + 1)));
  }

  /// Whether the URL is one: the contract's three rules, said a second time.
  static boolean isTrap(String url) {
    var segments = Arrays.stream(pathOf(url).split("/")).filter(s -> !s.isEmpty()).toList();
    return url.length() > LONGEST
        || segments.size() > DEEPEST
        || segments.stream()
            .collect(Collectors.groupingBy(s -> s, Collectors.counting()))
            .values()
            .stream()
            .anyMatch(count -> count > REPEATS);
  }

  private Place ofLength(int host, int length) {
    int rest = length - keys.apply(new Place(host, "/long/")).length();
    return new Place(host, "/long/" + "x".repeat(rest));
  }

  private static String segments(int count) {
    return IntStream.range(0, count).mapToObj(i -> "/s" + i).collect(Collectors.joining());
  }

  private static String pathOf(String url) {
    int start = url.indexOf('/', "http://".length());
    int query = url.indexOf('?');
    return url.substring(start, query < 0 ? url.length() : query);
  }
}
