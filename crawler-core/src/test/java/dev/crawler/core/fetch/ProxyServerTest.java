package dev.crawler.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyServerTest {
  @Test
  void aProxyIsAHostAndAPort() {
    assertThat(ProxyServer.of("http://proxy.example:3128"))
        .isEqualTo(new ProxyServer("proxy.example", 3128, ""));
    assertThat(ProxyServer.of("[::1]:3128/")).isEqualTo(new ProxyServer("::1", 3128, ""));
    assertThat(ProxyServer.of("proxy.example")).isEqualTo(new ProxyServer("proxy.example", 80, ""));
  }

  @Tag("spec:W5")
  @Test
  void itsCredentialsAreNotShown() {
    var proxy = ProxyServer.of("http://user:pa%40ss@proxy.example:3128");

    assertThat(proxy.authorization()).isEqualTo("Basic dXNlcjpwYUBzcw==");
    assertThat(proxy).hasToString("proxy.example:3128");
  }

  @Tag("spec:W5")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://u:secret@proxy.example:1",
        "socks5://u:secret@proxy.example:1",
        "http://u:secret@proxy.example:1/path",
        "http://u:secret@proxy.example:99999",
        "http://u:secret@:1"
      })
  void anythingElseIsRefusedWithoutBeingShown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxyServer.of(text))
        .withMessageNotContaining("secret")
        .withMessageContaining("http://");
  }
}
