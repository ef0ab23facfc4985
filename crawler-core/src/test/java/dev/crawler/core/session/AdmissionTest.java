package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("spec:I2")
class AdmissionTest {
  private static final String[] SEEDS = {"http://x.org/a/b", "no url", "https://www.ex.com/"};

  private static Admission admission(ScopeKind scope, String url) {
    var plan = CrawlPlan.of(SEEDS).scope(scope).filter(List.of("e", "x"), List.of("pdf$", "f"));
    return Admission.of(plan.build(), CrawlUrl.of(url));
  }

  @ParameterizedTest
  @CsvSource({
    "PREFIX, http://x.org/a/c,   http://x.org/a/, http://x.org/a/b",
    "HOST,   http://www.ex.com/, www.ex.com,      https://www.ex.com/",
    "DOMAIN, http://ex.com/,     ex.com,          https://www.ex.com/",
    "ANY,    http://other/,      any,             http://x.org/a/b",
    "PAGE,   http://x.org/a/c,   ,",
    "HOST,   http://x.org:81/,   ,",
  })
  void theSeedAndWhatItHasInCommonAreTold(ScopeKind scope, String url, String match, String seed) {
    var admission = admission(scope, url);

    assertThat(admission.match()).isEqualTo(Optional.ofNullable(match));
    assertThat(admission.matchedSeed().map(CrawlUrl::toString))
        .isEqualTo(Optional.ofNullable(seed));
  }

  @Test
  void theFirstPatternOfEachKindIsTold() {
    var admission = admission(ScopeKind.HOST, "http://ex.org/f.pdf");

    assertThat(admission.include()).contains("e");
    assertThat(admission.exclude()).contains("pdf$");
  }

  @Test
  void aSeedIsOneInWhateverSpelling() {
    assertThat(admission(ScopeKind.HOST, "http://X.org:80/%61/b#f").seed()).isTrue();
    assertThat(admission(ScopeKind.HOST, "http://x.org/a/c").seed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/a/a/a, segment 'a' more than 3 times",
    "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21, more than 20 segments",
  })
  void whatLooksLikeATrapIsTold(String path, String why) {
    assertThat(admission(ScopeKind.HOST, "http://x.org" + path).trap()).contains(why);
  }

  @Test
  void aUrlThatIsTooLongIsToldSo() {
    var admission = admission(ScopeKind.HOST, "http://x.org/" + "x".repeat(2_048));

    assertThat(admission.trap()).contains("2061 characters, over 2048");
  }
}
