package dev.crawler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What only a network of its own can show: there, public addresses and those of clouds are on this
/// machine. Skipped where the system gives none, which takes Linux, `unshare` and `ip`.
@Timeout(180)
final class NetworkTest {
  private static final String READY = "ready";

  private static final String SET_UP =
      "ip link set lo up && ip addr add 203.0.113.7/32 dev lo && ip addr add 10.1.2.3/32 dev lo"
          + " && ip addr add 169.254.169.254/32 dev lo && echo ready && exec \"$@\"";

  @Tag("spec:A4")
  @Tag("fault:N44")
  @Tag("fault:N48")
  @Tag("promise:P23")
  @Test
  void aPublicSiteLeadsNobodyInside() throws Exception {
    var process = start();

    var said = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();

    assumeTrue(said.contains(READY), "no network of its own: " + said);
    var expected =
        Engines.ofOneProcess().stream().map(engine -> engine.name() + ": nobody came").toList();
    assertThat(said).containsAll(expected);
    assertThat(process.waitFor()).isZero();
  }

  private static Process start() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var site = PublicSite.class.getName();
    try {
      return new ProcessBuilder(
              "unshare", "-rn", "sh", "-c", SET_UP, "sh", java, "-cp", classes, site)
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      return abort("no network of its own: " + e.getMessage());
    }
  }
}
