package dev.crawler.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Headers.Field;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.record.EarlierCrawl;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalRequestTest {
  private static final Link LINK = Link.seed(CrawlUrl.of("http://ex.com/"));

  @Tag("spec:V1")
  @Test
  void validatorsAreSentBackAsTheyCame() {
    var validators = new Validators("W/ not quoted", "Tue, 1 Jan");
    var task = new FetchTask(LINK, Purpose.PAGE, 1, true, true, "", true, validators);

    assertThat(RequestFields.of(HttpSettings.DEFAULT).of(task))
        .contains(
            new Field("If-None-Match", "W/ not quoted"),
            new Field("If-Modified-Since", "Tue, 1 Jan"));
  }

  @Tag("spec:V1")
  @Test
  void withoutValidatorsARequestHasNoCondition() {
    var task = new FetchTask(LINK, Purpose.PAGE, 1, true, true, "", true);

    assertThat(RequestFields.of(HttpSettings.DEFAULT).of(task))
        .extracting(Field::name)
        .noneMatch(name -> name.startsWith("If-"));
  }

  @Tag("spec:V1")
  @ParameterizedTest
  @ValueSource(strings = {"a\r\nHost: evil", "a\u0000", "\u007f", "\u00e4", ""})
  void whatNoHeaderMayHoldIsNoValidator(String value) {
    assertThat(new Validators(value, value).isEmpty()).isTrue();
    assertThat(Validators.of(Headers.of("ETag", value)).isEmpty()).isTrue();
  }

  @Tag("spec:V1")
  @Test
  void aValidatorThatIsTooLongIsNone() {
    assertThat(new Validators("x".repeat(512), "x".repeat(513)))
        .isEqualTo(new Validators("x".repeat(512), null));
  }

  @Tag("spec:V4")
  @ParameterizedTest
  @ValueSource(strings = {"If-None-Match", "if-modified-since"})
  void aConditionOfTheUsersOwnIsRefusedBesideAnEarlierCrawl(String name) {
    var usual = HttpSettings.DEFAULT;
    var http =
        new HttpSettings(
            usual.connectTimeout(),
            usual.timeout(),
            usual.maxBody(),
            usual.userAgent(),
            Headers.of(name, "x"),
            true);
    var plan = CrawlPlan.of("http://ex.com/").http(http).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.since(new Nothing()))
        .withMessageContaining("is set from the earlier crawl");
  }

  private record Nothing() implements EarlierCrawl {
    @Override
    public Validators validators(CrawlUrl url) {
      return Validators.NONE;
    }

    @Override
    public Optional<PageRecord> page(CrawlUrl url) {
      return Optional.empty();
    }
  }
}
