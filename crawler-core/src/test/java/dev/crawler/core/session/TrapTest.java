package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.url.CrawlUrl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:L3")
class TrapTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/a/a/a/",
        "/a/b/a/c/a/d/a",
        "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21"
      })
  void windingPathsAreCaught(String path) {
    assertThat(Trap.catches(CrawlUrl.of("http://h" + path))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a/a/a",
        "/a/a/a/",
        "//////",
        "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20",
        "/x?a/a/a/a/a"
      })
  void ordinaryPathsAreNot(String path) {
    assertThat(Trap.catches(CrawlUrl.of("http://h" + path))).isFalse();
  }

  @Test
  void aUrlOver2048CharactersIsCaught() {
    var prefix = "http://h/?";

    assertThat(Trap.catches(CrawlUrl.of(prefix + "x".repeat(2_048 - prefix.length())))).isFalse();
    assertThat(Trap.catches(CrawlUrl.of(prefix + "x".repeat(2_049 - prefix.length())))).isTrue();
  }
}
