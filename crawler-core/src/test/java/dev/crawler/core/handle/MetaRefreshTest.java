package dev.crawler.core.handle;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaRefreshTest {
  @ParameterizedTest
  @CsvSource({
    "'0;url=x', x",
    "'5', ",
    "'5; x', x",
    "'5 x', x",
    "'5,url = \"x\"y', x",
    "';url=x', ",
    "'.5;URL=x', x",
    "'5;urlx', urlx",
    "'5x;url=y', ",
    "'5; url=''x', x",
    "'', "
  })
  void aRefreshIsReadAsBrowsersDo(String content, @Nullable String target) {
    assertThat(MetaRefresh.target(content).orElse(null)).isEqualTo(target);
  }
}
