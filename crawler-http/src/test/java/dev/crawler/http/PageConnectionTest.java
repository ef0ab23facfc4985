package dev.crawler.http;

import static dev.crawler.tck.fetcher.Fetching.QUICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.tck.tls.Identity;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who closes a connection closes its socket, whichever comes first.
final class PageConnectionTest {
  private final PageConnection connection = PageConnection.open(QUICK);
  private ServerSocket listener;
  private Socket socket;

  @BeforeEach
  void connect() throws Exception {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket = new Socket(listener.getInetAddress(), listener.getLocalPort());
  }

  @AfterEach
  void disconnect() throws Exception {
    socket.close();
    listener.close();
  }

  @Test
  void closesTheSocketThatItHas() throws Exception {
    connection.bind(socket);

    connection.close(CloseMode.IMMEDIATE);

    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void closesTheSocketThatItGetsAfterwards() throws Exception {
    connection.close(CloseMode.IMMEDIATE);

    assertThatThrownBy(() -> connection.bind(socket)).isInstanceOf(InterruptedIOException.class);

    assertThat(socket.isClosed()).isTrue();
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void closesTheSecuredSocketThatItGetsAfterwards() throws Exception {
    connection.bind(socket);
    connection.close(CloseMode.IMMEDIATE);

    try (var later = new Socket(listener.getInetAddress(), listener.getLocalPort());
        var secured = secured(later)) {
      assertThatThrownBy(() -> connection.bind(secured, later))
          .isInstanceOf(InterruptedIOException.class);

      assertThat(later.isClosed()).isTrue();
    }
  }

  private static SSLSocket secured(Socket transport) throws Exception {
    var sockets = Identity.TRUE.context().getSocketFactory();
    return (SSLSocket) sockets.createSocket(transport, "localhost", transport.getPort(), true);
  }
}
