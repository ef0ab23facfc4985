package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.job.NameCache;
import java.security.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NameCacheTest {
  private static final String SECONDS = "networkaddress.cache.negative.ttl";

  private final String before = Security.getProperty(SECONDS);

  @AfterEach
  void restore() {
    Security.setProperty(SECONDS, before);
  }

  @Test
  void noFailureIsRemembered() {
    Security.setProperty(SECONDS, "10"); // the JDK's default

    NameCache.forgetFailures();

    assertThat(Security.getProperty(SECONDS)).isEqualTo("0");
  }
}
