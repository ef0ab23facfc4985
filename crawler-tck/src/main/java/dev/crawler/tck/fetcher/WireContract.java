package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.BRIEF;
import static dev.crawler.tck.fetcher.Fetching.response;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Transcript;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.tck.tls.Identity;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of the wire for an archive: every byte of an exchange, and no byte of another.
interface WireContract extends FetcherUnderTest {
  /// Ten bytes of a body at most.
  HttpSettings TEN = settings(Duration.ofSeconds(2), 10).keepingWire();

  @Tag("spec:X2")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nX-odd:  a\r\n b\r\nx-ODD : \u00e4\r\ncontent-length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
        "HTTP/1.0 200\r\n\r\nuntil it is closed",
        "HTTP/1.1 204 No Content\r\nX: 1\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\nETag: \"a\"\r\n\r\n",
        "HTTP/1.1 404 Nix\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;x=\"y\"\r\ntwo\r\n0A\r\n0123456789\r\n00\r\nA: b\r\nC: d\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008b\b",
      })
  default void anAnswerIsKeptByteForByte(String answer) throws Exception {
    try (var server = ScriptedServer.answering(answer);
        var fetcher = fetcher(Fetching.UNHURRIED.keepingWire())) {

      var response = response(fetcher.fetch(task(server.url("/p?q"))));

      assertThat(answer(response.transcript())).isEqualTo(answer);
      assertThat(response.transcript().payload().remaining()).isEqualTo(response.body().length());
      assertThat(text(response.transcript().request()))
          .isEqualTo(String.join("", server.requests()));
    }
  }

  @Tag("spec:X2")
  @Test
  default void bytesThatComeOneByOneAreAllKept() throws Exception {
    var answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a\r\nok\r\n0\r\nA: b\r\n\r\n";
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.readRequest();
              for (int i = 0; i < answer.length(); i++) {
                peer.send(answer.substring(i, i + 1));
              }
            });
        var fetcher = fetcher(TEN)) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(answer(response.transcript())).isEqualTo(answer);
    }
  }

  @Tag("spec:X2")
  @Test
  default void aLargeBodyInChunksIsKeptWhole() throws Exception {
    var chunk = "1f40\r\n" + "x".repeat(8000) + "\r\n";
    var answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(50) + "0\r\n\r\n";
    try (var server = ScriptedServer.answering(answer);
        var fetcher = fetcher(Fetching.UNHURRIED.keepingWire())) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(answer(response.transcript())).isEqualTo(answer);
      assertThat(response.transcript().payload().remaining()).isEqualTo(400_000);
    }
  }

  @Tag("spec:X2")
  @Test
  default void interimAnswersAndEmptyLinesAreLeftOut() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    var before = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: </a>\r\n\r\n";
    try (var server = ScriptedServer.answering(before + answer);
        var fetcher = fetcher(TEN)) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(answer(response.transcript())).isEqualTo(answer);
    }
  }

  @Tag("spec:X2")
  @Test
  default void answersOverOneConnectionAreKeptApart() throws Exception {
    var first = "HTTP/1.1 200 One\r\nContent-Length: 3\r\n\r\none";
    var second = "HTTP/1.1 200 Two\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n";
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.answer(first);
              peer.answer(second);
              peer.answer(first);
            });
        var fetcher = fetcher(TEN)) {
      for (var answer : new String[] {first, second, first}) {

        var response = response(fetcher.fetch(task(server.url("/" + answer.length()))));

        assertThat(answer(response.transcript())).isEqualTo(answer);
        assertThat(text(response.transcript().request())).isEqualTo(server.requests().getLast());
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Tag("spec:X2")
  @Test
  default void onlyTheAttemptThatWasAnsweredIsKept() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    try (var server =
            ScriptedServer.playing(
                peer -> {
                  peer.answer(answer);
                  peer.readRequest();
                },
                peer -> peer.answer(answer));
        var fetcher = fetcher(TEN)) {
      fetcher.fetch(task(server.url("/1")));

      var response = response(fetcher.fetch(task(server.url("/2"))));

      assertThat(answer(response.transcript())).isEqualTo(answer);
      assertThat(text(response.transcript().request())).isEqualTo(server.requests().getLast());
    }
  }

  @Tag("spec:X2")
  @Test
  default void whatGoesOverTlsIsKeptAsItIsWithin() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    var settings = new HttpSettings(BRIEF, BRIEF, 10, "test/1", Headers.NONE, false).keepingWire();
    try (var server = ScriptedServer.secure(Identity.TRUE, peer -> peer.answer(answer));
        var fetcher = fetcher(settings)) {

      var response = response(fetcher.fetch(task(server.secureUrl("127.0.0.1"))));

      assertThat(answer(response.transcript())).isEqualTo(answer);
      assertThat(text(response.transcript().request())).isEqualTo(server.requests().getFirst());
    }
  }

  @Tag("spec:X4")
  @Test
  default void credentialsAreSentButNotKept() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"));
        var fetcher = fetcher(TEN)) {
      var link = Link.seed(server.url("/"));

      var response =
          response(
              fetcher.fetch(
                  new FetchTask(link, FetchTask.Purpose.PAGE, 1, false, true, "Basic dTpw", true)));

      assertThat(server.requests().getFirst()).contains("\r\nAuthorization: Basic dTpw\r\n");
      assertThat(text(response.transcript().request()))
          .isEqualTo(server.requests().getFirst().replace("Basic dTpw", "withheld"));
    }
  }

  @Tag("spec:X1")
  @Test
  default void nothingIsKeptUnlessTheSettingsAskForIt() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"))) {

      var response = response(fetch(server.url("/")));

      assertThat(response.transcript()).isSameAs(Transcript.NONE);
    }
  }

  static String answer(Transcript transcript) {
    return text(transcript.head()) + text(transcript.body());
  }

  static String text(ByteBuffer bytes) {
    return ISO_8859_1.decode(bytes).toString();
  }
}
