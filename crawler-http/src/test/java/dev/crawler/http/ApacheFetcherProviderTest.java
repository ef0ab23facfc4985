package dev.crawler.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.FetcherProvider;
import org.junit.jupiter.api.Test;

final class ApacheFetcherProviderTest {
  @Test
  void itIsTheOneThatIsFound() {
    assertThat(FetcherProvider.find()).isInstanceOf(ApacheFetcherProvider.class);
  }
}
