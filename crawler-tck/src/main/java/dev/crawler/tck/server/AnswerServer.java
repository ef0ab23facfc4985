package dev.crawler.tck.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// One well-behaved host on a free loopback port, whose answers are a function of the request: for
/// what depends on more than the URL. Notes what was asked. *Thread-safe.*
public final class AnswerServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Function<Request, Reply> answers;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Acceptor acceptor = new Acceptor();

  /// A request.
  ///
  /// @param target path and query
  /// @param head all of it, lines ended by CR LF
  public record Request(String target, String head) {
    /// The value of a header field, empty when it was not sent.
    public String field(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /// An answer.
  ///
  /// @param head status and header fields, lines ended by CR LF but for the last
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Reply(String head, byte[] body) {
    /// One with a text as its body.
    public static Reply of(String head, String body) {
      return new Reply(head, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private AnswerServer(ServerSocket listener, Function<Request, Reply> answers) {
    this.listener = listener;
    this.answers = answers;
  }

  /// Listens and answers from now on.
  public static AnswerServer start(Function<Request, Reply> answers) throws IOException {
    var listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    var server = new AnswerServer(listener, answers);
    server.acceptor.listen(listener, server::converse);
    return server;
  }

  /// The URL of a path.
  public String url(String path) {
    return "http://127.0.0.1:" + listener.getLocalPort() + path;
  }

  /// What was asked so far, in order.
  public List<Request> requests() {
    return requests;
  }

  /// The targets of [#requests] without robots.txt.
  public List<String> pages() {
    return requests.stream()
        .map(Request::target)
        .filter(target -> !target.equals("/robots.txt"))
        .toList();
  }

  @Override
  public void close() {
    acceptor.close();
  }

  private void converse(Socket socket) throws IOException {
    var in = new BufferedInputStream(socket.getInputStream());
    var out = new BufferedOutputStream(socket.getOutputStream());
    for (var request = read(in); request.isPresent(); request = read(in)) {
      requests.add(request.get());
      write(answers.apply(request.get()), out);
    }
  }

  private static Optional<Request> read(InputStream in) throws IOException {
    return RequestHead.text(in)
        .flatMap(head -> RequestHead.target(head).map(target -> new Request(target, head)));
  }

  private static void write(Reply reply, OutputStream out) throws IOException {
    var length = reply.head().startsWith("304") ? "" : "\r\nContent-Length: " + reply.body().length;
    var head = "HTTP/1.1 " + reply.head() + length + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(reply.body());
    out.flush();
  }
}
