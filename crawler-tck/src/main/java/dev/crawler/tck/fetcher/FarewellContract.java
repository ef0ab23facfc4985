package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.response;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.tck.tls.Identity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the end of a secure connection means. Anyone can forge one that comes without a farewell;
/// clients on the sockets of the JDK need `-Dcom.sun.net.ssl.requireCloseNotify=true` to see it.
interface FarewellContract extends FetcherUnderTest {
  @Tag("spec:H10")
  @Test
  default void anEndWithoutFarewellIsFineAfterAWholeBody() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    assertThat(text(cutOff(answer))).isEqualTo("ok");
  }

  @Tag("spec:H10")
  @Test
  default void anEndWithoutFarewellTruncatesABodyWithoutLength() throws Exception {
    assertThat(reason(cutOff("HTTP/1.1 200 OK\r\n\r\nok"))).isEqualTo(FailureReason.TRUNCATED);
  }

  @Tag("spec:H10")
  @Test
  default void aKeptConnectionThatWasCutOffIsReplacedUnseen() throws Exception {
    try (var server =
            ScriptedServer.secure(
                Identity.TRUE,
                peer -> {
                  peer.page("kept");
                  peer.cutOff();
                });
        var fetcher = trusting()) {

      assertThat(text(fetcher.fetch(task(server.secureUrl("named.example"))))).isEqualTo("kept");
      assertThat(text(fetcher.fetch(task(server.secureUrl("named.example"))))).isEqualTo("kept");
    }
  }

  @Tag("spec:H10")
  @Test
  default void aFarewellEndsABodyWithoutLength() throws Exception {
    try (var server =
            ScriptedServer.secure(Identity.TRUE, peer -> peer.answer("HTTP/1.1 200 OK\r\n\r\nok"));
        var fetcher = trusting()) {

      var response = response(fetcher.fetch(task(server.secureUrl("named.example"))));

      assertThat(response.body().bytes()).hasSize(2);
    }
  }

  private FetchResult cutOff(String answer) throws Exception {
    try (var server =
            ScriptedServer.secure(
                Identity.TRUE,
                peer -> {
                  peer.answer(answer);
                  peer.cutOff();
                });
        var fetcher = trusting()) {
      return fetcher.fetch(task(server.secureUrl("named.example")));
    }
  }
}
