package dev.crawler.core.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelTest {
  private final ProxyServer proxy = ProxyServer.of("http://u:p@proxy.example:3128");
  private final Tunnel tunnel = Tunnel.through(proxy, "2001:db8::1", 443);

  @Test
  void theProxyIsAskedForTheTarget() {
    assertThat(new String(tunnel.request(), ISO_8859_1))
        .isEqualTo(
            """
            CONNECT [2001:db8::1]:443 HTTP/1.1\r
            Host: [2001:db8::1]:443\r
            Proxy-Authorization: Basic dTpw\r
            \r
            """);
  }

  @Tag("spec:W4")
  @Test
  void anAnswerMayComeInPieces() throws ProxyException {
    assertThat(tunnel.take(bytes("HTTP/1.0 20"))).isFalse();
    assertThat(tunnel.take(bytes("0\r\nX: y\r\n"))).isFalse();
    assertThat(tunnel.take(bytes("\r\n"))).isTrue();
  }

  @Tag("spec:W4")
  @ParameterizedTest
  @CsvSource({"407 Proxy Authentication Required,407", "100 Continue,100", "302,302"})
  void whateverIsNo2xxIsARefusal(String status, int code) {
    assertThatThrownBy(() -> tunnel.take(bytes("HTTP/1.1 " + status + "\r\n\r\n")))
        .hasMessage("proxy proxy.example:3128 answered " + code);
  }

  @Tag("spec:W4")
  @ParameterizedTest
  @ValueSource(
      strings = {"SSH-2.0\n\n", "HTTP/1.1 20\n\n", "\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\nmore"})
  void whatIsNoAnswerIsNone(String answer) {
    assertThatThrownBy(() -> tunnel.take(bytes(answer)))
        .hasMessage("proxy proxy.example:3128 gave no answer to CONNECT");
  }

  @Test
  void anEndlessAnswerIsNone() {
    assertThatThrownBy(() -> tunnel.take(bytes("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000))))
        .isInstanceOf(ProxyException.class);
  }

  private static ByteBuffer bytes(String latin) {
    return ByteBuffer.wrap(latin.getBytes(ISO_8859_1));
  }
}
