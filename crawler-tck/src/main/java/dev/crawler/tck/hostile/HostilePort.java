package dev.crawler.tck.hostile;

import dev.crawler.tck.hostile.Exchange.Ending;
import dev.crawler.tck.hostile.Fault.Door;
import dev.crawler.tck.server.RequestHead;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Where one fault is played. Besides its script it answers 404 for robots.txt and a good page for
/// `/after`. *Thread-safe.*
final class HostilePort implements AutoCloseable {
  /// Where nobody accepts, beside a server that does.
  static final String BLOCKED_ADDRESS = "127.0.0.3";

  private static final int QUEUE = 64;
  private static final byte[] TLS_HANDSHAKE = {22};
  private static final byte[] NOTHING = {};
  private static final RequestHead NO_REQUEST = new RequestHead("", "", false);

  private final Fault fault;
  private final ServerSocket socket;
  private final List<Closeable> squatters = new ArrayList<>();
  private final CountDownLatch played = new CountDownLatch(1);
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

  private HostilePort(Fault fault, ServerSocket socket) {
    this.fault = fault;
    this.socket = socket;
  }

  static HostilePort open(Fault fault) {
    try {
      int queue = fault.door() == Door.BLOCKED ? 1 : QUEUE;
      var port =
          new HostilePort(fault, new ServerSocket(0, queue, InetAddress.ofLiteral("127.0.0.1")));
      switch (fault.door()) {
        case CLOSED -> port.refuse();
        case BLOCKED -> port.fillQueue(port.socket);
        case OPEN_BESIDE_BLOCKED -> port.block(InetAddress.ofLiteral(BLOCKED_ADDRESS));
        case OPEN, OPEN_WITH_ROBOTS, RAW, RAW_HTTPS, SECURE -> {}
      }
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nobody listens any more, and the port is kept so that no other fault moves in.
  private void refuse() throws IOException {
    var address = socket.getLocalSocketAddress();
    socket.close();
    squatters.add(SocketChannel.open().bind(address));
  }

  /// Connections that nobody accepts, more than the system keeps: the next one's SYN is dropped.
  private void fillQueue(ServerSocket listening) throws IOException {
    for (int i = 0; i < 4; i++) {
      var squatter = SocketChannel.open();
      squatter.configureBlocking(false);
      squatter.connect(listening.getLocalSocketAddress());
      squatters.add(squatter);
    }
  }

  private void block(InetAddress address) throws IOException {
    var listening = new ServerSocket(socket.getLocalPort(), 1, address);
    squatters.add(listening);
    fillQueue(listening);
  }

  ServerSocket socket() {
    return socket;
  }

  String origin() {
    var scheme = fault.door() == Door.RAW_HTTPS ? "https" : "http";
    return scheme + "://" + fault.host().first() + ":" + port();
  }

  int port() {
    return socket.getLocalPort();
  }

  void awaitRequest() throws InterruptedException {
    if (!played.await(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("nobody asked for " + fault);
    }
  }

  int asked(String target) {
    return attempts.getOrDefault(target, 0);
  }

  void forget() {
    attempts.clear();
  }

  /// Answers requests until the script or the client ends the connection.
  void converse(Socket transport) throws IOException, InterruptedException {
    if (fault.door().isRaw()) {
      played.countDown();
      fault.script().play(new Exchange(transport, transport, NO_REQUEST, count("/")));
      return;
    }
    var first = fault.door() == Door.SECURE ? transport.getInputStream().readNBytes(1) : NOTHING;
    boolean secure = Arrays.equals(first, TLS_HANDSHAKE);
    var read = new ByteArrayInputStream(first);
    var connection = secure ? secured(transport, read) : transport;
    var in = new BufferedInputStream(connection.getInputStream());
    converse(transport, connection, secure ? in : new SequenceInputStream(read, in));
    if (secure && !transport.isClosed()) {
      connection.close(); // says farewell
    }
  }

  private void converse(Socket transport, Socket connection, InputStream in)
      throws IOException, InterruptedException {
    var ending = Ending.KEEP;
    while (ending != Ending.CLOSE) {
      var head = RequestHead.read(in);
      if (head.isEmpty() || ending == Ending.DROP_NEXT) {
        return;
      }
      boolean secure = !connection.equals(transport);
      int attempt = count((secure ? "https:" : "") + head.get().target());
      var exchange = new Exchange(transport, connection, head.get(), attempt);
      answer(exchange);
      ending = exchange.ending();
    }
  }

  private Socket secured(Socket transport, InputStream read) throws IOException {
    var context = fault.host().identity().context();
    return context.getSocketFactory().createSocket(transport, read, true);
  }

  private void answer(Exchange exchange) throws IOException, InterruptedException {
    if (exchange.target().equals("/after")) {
      exchange.page("<title>after</title>");
    } else if (exchange.target().equals("/robots.txt") && !fault.door().playsRobots()) {
      exchange.reply("404 Not Found", "");
    } else {
      played.countDown();
      fault.script().play(exchange);
    }
  }

  private int count(String target) {
    return attempts.merge(target, 1, Integer::sum);
  }

  @Override
  public void close() {
    closeQuietly(socket);
    squatters.forEach(HostilePort::closeQuietly);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException(e); // closing a socket does not fail
    }
  }
}
