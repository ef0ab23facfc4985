package dev.crawler.core.url;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Measures a resolve of each kind of reference; run by hand, never by the build: `java -cp …
/// dev.crawler.core.url.UrlBenchmark`. Each kind cycles through references of different length,
/// prints the best of several rounds, and sums what it makes so that nothing is optimised away. *No
/// state.*
final class UrlBenchmark {
  private static final int ROUNDS = 12;
  private static final int RESOLVES = 1_000_000;
  private static final CrawlUrl BASE =
      CrawlUrl.of("https://www.example.com/docs/guide/chapter-4/index.html?lang=en");

  private static final Map<String, String[]> KINDS =
      new TreeMap<>(
          Map.of(
              "relative path, two up",
              new String[] {"../foo/bar.html", "../images/a.png", "../../x/y/z.html", "../"},
              "relative path",
              new String[] {"bar.html", "part-5/summary.html", "a/b/c", "notes.html?page=2"},
              "absolute path",
              new String[] {"/foo/bar.html", "/", "/wiki/Some_Article", "/a/b/c/d?x=1&y=2"},
              "absolute URL",
              new String[] {
                "https://www.example.com/foo/bar.html",
                "http://other.example.org/",
                "https://en.wikipedia.org/wiki/Uniform_Resource_Locator",
                "https://shop.example.net/item?id=123456&ref=home"
              },
              "query only",
              new String[] {"?page=2", "?a=b&c=d", "?q=search+terms&start=10", "?x"},
              "path to encode",
              new String[] {"/wiki/Zürich", "/a b/c", "/名前/ü", "/x?q=é"},
              "host beyond ASCII",
              new String[] {"http://faß.de/", "http://bücher.example/", "//例え.jp/", "//ä.b/"}));

  private UrlBenchmark() {}

  public static void main(String[] args) {
    for (var round = 1; round <= ROUNDS; round++) {
      System.out.println(round + ": " + results());
    }
  }

  private static String results() {
    return KINDS.entrySet().stream()
        .map(kind -> kind.getKey() + " " + nanosPerResolve(kind.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String nanosPerResolve(String[] references) {
    var sum = 0L;
    var start = System.nanoTime();
    for (var i = 0; i < RESOLVES; i++) {
      if (BASE.resolve(references[i & 3]) instanceof UrlResult.Valid(var url)) {
        sum += url.href().length();
      }
    }
    var nanos = (double) (System.nanoTime() - start) / RESOLVES;
    return String.format(Locale.ROOT, "%.0f ns (%d)", nanos, sum / RESOLVES);
  }
}
