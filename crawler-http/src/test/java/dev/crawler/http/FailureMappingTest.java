package dev.crawler.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.Phase;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

final class FailureMappingTest {
  /// A row of the table.
  record Row(Phase phase, Throwable thrown, FailureReason reason) {}

  static final List<Row> TABLE =
      List.of(
          new Row(Phase.LOOK_UP, new UnknownHostException("x"), FailureReason.DNS),
          new Row(Phase.LOOK_UP, new IOException("x"), FailureReason.LOOK_UP),
          new Row(Phase.CONNECT, new ConnectException("refused"), FailureReason.CONNECT),
          new Row(Phase.CONNECT, new NoRouteToHostException(), FailureReason.CONNECT),
          new Row(Phase.CONNECT, new BindException(), FailureReason.CONNECT),
          new Row(Phase.CONNECT, new SocketException("too many files"), FailureReason.CONNECT),
          new Row(Phase.CONNECT, new SocketTimeoutException(), FailureReason.CONNECT),
          new Row(Phase.HANDSHAKE, new SSLHandshakeException("x"), FailureReason.TLS),
          new Row(Phase.HANDSHAKE, new SSLPeerUnverifiedException("x"), FailureReason.TLS),
          new Row(Phase.HANDSHAKE, new SocketException("reset"), FailureReason.RESET),
          new Row(Phase.HEAD, new ConnectionClosedException(), FailureReason.RESET),
          new Row(Phase.HEAD, new SocketException("reset"), FailureReason.RESET),
          new Row(Phase.HEAD, new SSLProtocolException("ended"), FailureReason.RESET),
          new Row(Phase.HEAD, refused(new ProtocolException("x")), FailureReason.PROTOCOL),
          new Row(Phase.HEAD, new NoHttpResponseException("x"), FailureReason.RESET),
          new Row(Phase.HEAD, new MessageConstraintException("x"), FailureReason.PROTOCOL),
          new Row(Phase.BODY, new ConnectionClosedException(), FailureReason.TRUNCATED),
          new Row(Phase.BODY, new TruncatedChunkException("x"), FailureReason.TRUNCATED),
          new Row(Phase.BODY, new SSLProtocolException("ended"), FailureReason.TRUNCATED),
          new Row(Phase.BODY, new MalformedChunkCodingException("x"), FailureReason.PROTOCOL),
          new Row(Phase.BODY, new SSLException("bad record"), FailureReason.TLS),
          new Row(Phase.BODY, new SocketException("reset"), FailureReason.RESET),
          new Row(Phase.BODY, new InterruptedIOException(), FailureReason.TIMEOUT),
          new Row(Phase.BODY, new IOException("x"), FailureReason.RESET));

  @ParameterizedTest
  @FieldSource("TABLE")
  void theTypeAndThePhaseGiveTheReason(Row row) {
    assertThat(FailureMapping.of(row.phase(), row.thrown()).reason()).isEqualTo(row.reason());
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfOurOwnIsInternalWhenever(Phase phase) {
    assertThat(FailureMapping.of(phase, new IllegalStateException()))
        .isEqualTo(FetchFailure.INTERNAL);
  }

  @ParameterizedTest
  @EnumSource
  void theTextChangesNothing(Phase phase) {
    var failures =
        Stream.of("Connection reset", "timed out", "closed")
            .map(text -> FailureMapping.of(phase, new SocketException(text)));

    assertThat(failures.distinct()).hasSize(1);
  }

  /// As the client hands it on.
  private static IOException refused(HttpException cause) {
    return new ClientProtocolException(cause);
  }
}
