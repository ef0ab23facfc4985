package dev.crawler.core.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.ConformanceCases;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spec:U1")
class UrlConformanceTest {
  @Test
  void everyCaseOfTheStandardsTestFileHolds() {
    var cases = ConformanceCases.read("url-cases.json");

    var broken = new ArrayList<String>();
    for (var testCase : cases) {
      var actual = parse(testCase);
      if (!expected(testCase).equals(actual)) {
        broken.add(testCase + " was read as " + actual);
      }
    }

    assertThat(cases).isNotEmpty();
    assertThat(broken).isEmpty();
  }

  private static String expected(Map<String, @Nullable Object> testCase) {
    return testCase.containsKey("failure") ? "failure" : String.valueOf(testCase.get("href"));
  }

  private static String parse(Map<String, @Nullable Object> testCase) {
    var input = String.valueOf(testCase.get("input"));
    var base = testCase.get("base");
    var result = base == null ? CrawlUrl.parse(input) : CrawlUrl.of(base.toString()).resolve(input);
    return switch (result) {
      case UrlResult.Valid(var url) -> url.href();
      case UrlResult.Invalid _ -> "failure";
      case UrlResult.Unsupported(var scheme) -> "unsupported " + scheme;
    };
  }
}
