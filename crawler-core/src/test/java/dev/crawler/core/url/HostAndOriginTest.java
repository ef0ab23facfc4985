package dev.crawler.core.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is one and what is another: hosts, which politeness is owed to, and origins, for which a
/// robots.txt speaks. Their equality is written by hand.
final class HostAndOriginTest {
  private static final String URL = "http://a.example/";

  private static Stream<String> sameHost() {
    return Stream.of("http://a.example:80/x", "https://a.example/", "http://a.example./");
  }

  private static Stream<String> otherHost() {
    return Stream.of("http://b.example/", "http://a.example:8080/", "http://www.a.example/");
  }

  private static Stream<String> sameOrigin() {
    return Stream.of("http://a.example:80/x", "http://A.example/?q", "http://user@a.example/");
  }

  private static Stream<String> otherOrigin() {
    return Stream.of(
        "https://a.example/",
        "https://a.example:80/",
        "http://a.example:81/",
        "http://a.example./");
  }

  @ParameterizedTest
  @MethodSource("sameHost")
  void isTheSameHost(String url) {
    assertThat(CrawlUrl.of(url).hostKey())
        .isEqualTo(CrawlUrl.of(URL).hostKey())
        .hasSameHashCodeAs(CrawlUrl.of(URL).hostKey());
  }

  @ParameterizedTest
  @MethodSource("otherHost")
  void isAnotherHost(String url) {
    assertThat(CrawlUrl.of(url).hostKey()).isNotEqualTo(CrawlUrl.of(URL).hostKey());
  }

  @ParameterizedTest
  @MethodSource("sameOrigin")
  void isTheSameOrigin(String url) {
    assertThat(CrawlUrl.of(url).origin())
        .isEqualTo(CrawlUrl.of(URL).origin())
        .hasSameHashCodeAs(CrawlUrl.of(URL).origin());
  }

  @ParameterizedTest
  @MethodSource("otherOrigin")
  void isAnotherOrigin(String url) {
    assertThat(CrawlUrl.of(url).origin()).isNotEqualTo(CrawlUrl.of(URL).origin());
  }
}
