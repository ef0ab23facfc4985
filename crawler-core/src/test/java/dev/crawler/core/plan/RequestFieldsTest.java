package dev.crawler.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Headers.Field;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFieldsTest {
  private static final Headers GIVEN =
      Headers.of("X-One", "1", "authorization", "Bearer a", "Cookie", "b=c");

  private static List<Field> sent(boolean isNamed, String authorization) {
    var link = Link.seed(CrawlUrl.of("http://a.example/"));
    var task = new FetchTask(link, Purpose.PAGE, 1, false, false, authorization, isNamed);
    return RequestFields.of(settings(GIVEN)).of(task);
  }

  private static HttpSettings settings(Headers headers) {
    return new HttpSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 9, "t/1", headers, true);
  }

  @Test
  @Tag("spec:A3")
  void credentialsGoToWhomTheUserNamed() {
    assertThat(sent(true, "")).containsAll(GIVEN.fields());
  }

  @Test
  @Tag("spec:A3")
  void credentialsGoToNobodyElse() {
    assertThat(sent(false, ""))
        .contains(new Field("X-One", "1"))
        .extracting(field -> field.name().toLowerCase(Locale.ROOT))
        .doesNotContain("authorization", "cookie");
  }

  @Test
  @Tag("spec:A3")
  void whatASeedSaysCountsBeforeWhatIsSaidForAll() {
    assertThat(sent(true, "Basic x"))
        .filteredOn(field -> field.name().equalsIgnoreCase("authorization"))
        .containsExactly(new Field("Authorization", "Basic x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\r\nX: y", "\n", "\0", "\u001b[31m", "\u007f", "\u0085", "\u009b", "\u4e00"})
  @Tag("spec:A5")
  void aHeaderThatWouldBecomeAnotherOneIsRefused(String nasty) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Headers.of("A", "b" + nasty)))
        .withMessageNotContaining(nasty);
    assertThatIllegalArgumentException().isThrownBy(() -> settings(Headers.of("A" + nasty, "b")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UserAgent.productToken("agent/1 " + nasty));
  }
}
