package dev.crawler.tck.server;

import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.site.Answer;
import dev.crawler.tck.site.Answer.Framing;
import dev.crawler.tck.site.Place;
import dev.crawler.tck.site.Site;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// One HTTP/1.1 connection of a site's server: answers requests until the client hangs up or the
/// answer ends it. *Confined to one thread.*
final class Connection {
  private final Site site;
  private final int host;
  private final RequestLog requests;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Connection(Site site, int host, RequestLog requests, Socket socket) throws IOException {
    this.site = site;
    this.host = host;
    this.requests = requests;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  void run() throws IOException, InterruptedException {
    boolean open = true;
    while (open) {
      in.mark(1);
      if (in.read() < 0) {
        return;
      }
      long start = System.nanoTime();
      in.reset();
      var head = RequestHead.read(in);
      open = head.isPresent() && answer(head.get(), start);
    }
  }

  /// Returns whether the connection stays open.
  private boolean answer(RequestHead head, long start) throws IOException, InterruptedException {
    var place = Place.asked(host, head.target());
    int client = socket.getPort();
    var answer = site.answer(host, head.target(), requests.count(place, client));
    if (!answer.latency().isZero()) {
      Thread.sleep(answer.latency()); // the site's own, part of what is tested
    }
    var bytes = bytes(answer, head.keepsAlive());
    requests.add(new Request(place, client, start, System.nanoTime(), answer.isFinal()));
    return switch (answer) {
      case Answer.Reply(_, _, _, var framing, _) -> {
        out.write(bytes);
        yield head.keepsAlive() && framing != Framing.CLOSE;
      }
      case Answer.Cut _ -> {
        out.write(bytes);
        yield false;
      }
      case Answer.Reset _ -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
    };
  }

  private static byte[] bytes(Answer answer, boolean keepsAlive) {
    return switch (answer) {
      case Answer.Reply(var status, var headers, var body, var framing, _) ->
          ReplyBytes.of(status, headers, body, framing, keepsAlive);
      case Answer.Cut(var status, var headers, var body, var announced, _) ->
          ReplyBytes.announcing(status, headers, body, announced);
      case Answer.Reset _ -> new byte[0];
    };
  }
}
