package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.url.CrawlUrl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
  @ParameterizedTest
  @Tag("spec:S1")
  @CsvSource({
    "PAGE,   http://ex.com/a/b, http://ex.com/a/b,        false",
    "PREFIX, http://ex.com/a/b, http://ex.com/a/c,        true",
    "PREFIX, http://ex.com/a/b, http://ex.com/a/d/e?q,    true",
    "PREFIX, http://ex.com/a/b, http://ex.com/ab,         false",
    "PREFIX, http://ex.com/a/b, https://ex.com/a/c,       false",
    "PREFIX, http://ex.com/a/b, http://ex.com/?/a/c,      false",
    "HOST,   http://ex.com/a,   https://ex.com/b,         true",
    "HOST,   http://ex.com/a,   http://ex.com:8080/b,     false",
    "HOST,   http://ex.com/a,   http://www.ex.com/b,      false",
    "DOMAIN, http://www.ex.com/, http://a.b.ex.com/,      true",
    "DOMAIN, http://a.ex.co.uk/, http://b.ex.co.uk/,      true",
    "DOMAIN, http://a.ex.co.uk/, http://b.other.co.uk/,   false",
    "DOMAIN, http://a.ex.com./, http://ex.com/,           true",
    "DOMAIN, http://10.0.0.1/,  http://20.0.0.1/,         false",
    "DOMAIN, http://localhost/, http://localhost:8080/x,  true",
    "DOMAIN, http://a.github.io/, http://b.github.io/,    false",
    "ANY,    http://ex.com/,    http://other.example/,    true",
  })
  void aScopeIsRelativeToTheSeeds(ScopeKind kind, String seed, String url, boolean belongs) {
    var scope = Scope.of(kind);

    scope.include(CrawlUrl.of(seed), CrawlUrl.of(seed).hostKey());

    assertThat(scope.admits(CrawlUrl.of(url))).isEqualTo(belongs);
  }
}
