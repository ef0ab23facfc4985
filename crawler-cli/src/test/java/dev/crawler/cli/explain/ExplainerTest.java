package dev.crawler.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// With names that resolve as they are told, and robots.txt ignored, so that nothing is connected
/// to.
@Tag("spec:I2")
@Timeout(30)
final class ExplainerTest {
  private static final NameResolver TWO =
      _ -> List.of(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("10.0.0.1"));
  private static final NameResolver PRIVATE = _ -> List.of(InetAddress.ofLiteral("fd00::1"));
  private static final NameResolver NOBODY =
      host -> {
        throw new UnknownHostException(host);
      };

  private static Explanation explain(NameResolver resolver, String seed, String url)
      throws IOException {
    var plan =
        CrawlPlan.of(seed)
            .depth(new Depth(1))
            .scope(ScopeKind.ANY)
            .politeness(new Politeness(1, Duration.ofSeconds(1), Duration.ofSeconds(9), false));
    return new Explainer(plan.build(), resolver).explain(url);
  }

  @Test
  void onePublicAddressIsEnough() throws IOException {
    var explanation = explain(TWO, "http://seed.test/", "http://found.test/");

    assertThat(explanation.findings().ruling()).isEqualTo(new Ruling.Fetched());
    assertThat(Report.of(explanation))
        .contains("address  93.184.216.34, public\n", "address  10.0.0.1, private: forbidden\n")
        .contains("robots   ignored\n", "delay    1.0 s\n");
  }

  @Test
  void whatTheUserNamesMayBePrivate() throws IOException {
    var found = explain(PRIVATE, "http://seed.test/", "http://found.test/");
    var named = explain(PRIVATE, "http://seed.test/", "http://seed.test/");

    assertThat(Report.of(found))
        .contains("fd00:0:0:0:0:0:0:1, unique local: forbidden", "verdict  excluded: address\n");
    assertThat(Report.of(named))
        .contains("unique local: allowed, since its origin was named as a seed")
        .contains("verdict  would be fetched\n");
  }

  @Test
  void aNameWithoutAnAddressFails() throws IOException {
    var explanation = explain(NOBODY, "http://seed.test/", "http://seed.test/");

    assertThat(explanation.findings().ruling()).isEqualTo(new Ruling.Failed(FailureReason.DNS));
    assertThat(Report.of(explanation)).contains("address  none is found\n");
  }
}
