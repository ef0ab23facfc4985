package dev.crawler.core.fetch;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/// A name server on a free loopback port that answers every question with the same code (RFC 1035
/// section 4.1.1) and no address. *Thread-safe.*
final class NameServer implements AutoCloseable {
  private static final int LONGEST = 512;
  private static final int ANSWERED = 0x80;

  private final DatagramSocket socket;
  private final int code;

  private NameServer(DatagramSocket socket, int code) {
    this.socket = socket;
    this.code = code;
  }

  static NameServer answering(int code) throws IOException {
    var here = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    var server = new NameServer(new DatagramSocket(here), code);
    Thread.ofPlatform().daemon().name("name-server").start(server::serve);
    return server;
  }

  /// As JNDI has it.
  String url() {
    return "dns://127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    try {
      while (true) {
        socket.receive(packet);
        var answer = Arrays.copyOf(packet.getData(), packet.getLength());
        answer[2] |= (byte) ANSWERED;
        answer[3] = (byte) code;
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    } catch (IOException _) {
      Thread.currentThread().interrupt(); // closed: the end of the thread
    }
  }
}
