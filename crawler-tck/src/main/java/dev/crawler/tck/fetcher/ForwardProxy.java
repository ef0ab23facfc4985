package dev.crawler.tck.fetcher;

import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// An HTTP proxy for which every name is this machine: to be played by a [ScriptedServer]. It
/// tunnels, and forwards requests with the whole URL in them, one a connection. *Immutable.*
///
/// @param authorization value of `Proxy-Authorization` that it insists on, or empty
public record ForwardProxy(String authorization) implements ScriptedServer.Script {
  /// One that lets everybody through.
  public static final ForwardProxy OPEN = new ForwardProxy("");

  @Override
  public void play(Peer peer) throws IOException, InterruptedException {
    if (!peer.readRequest()) {
      return;
    }
    if (!peer.lastHead().contains("\r\nProxy-Authorization: " + authorization + "\r\n")
        && !authorization.isEmpty()) {
      peer.send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    try {
      if (peer.lastHead().startsWith("CONNECT ")) {
        tunnel(peer);
      } else {
        forward(peer);
      }
    } catch (ConnectException _) {
      peer.send("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    }
  }

  private static void tunnel(Peer peer) throws IOException, InterruptedException {
    var authority = peer.lastPath();
    int port = Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
    try (var target = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      peer.send("HTTP/1.1 200 Connection established\r\nX-Proxy: test\r\n\r\n");
      peer.relay(target);
    }
  }

  private static void forward(Peer peer) throws IOException {
    var url = CrawlUrl.of(peer.lastPath());
    var head =
        peer.lastHead()
            .replace(peer.lastPath(), url.pathAndQuery())
            .replaceFirst("\r\nConnection: [^\r]*", "\r\nConnection: close")
            .replaceFirst("\r\nProxy-Authorization: [^\r]*", "");
    try (var target = new Socket(InetAddress.ofLiteral("127.0.0.1"), url.port())) {
      target.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      var answer = target.getInputStream().readAllBytes();
      peer.send(new String(answer, StandardCharsets.ISO_8859_1));
    }
  }
}
