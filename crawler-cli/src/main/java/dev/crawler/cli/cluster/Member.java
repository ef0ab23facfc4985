package dev.crawler.cli.cluster;

import java.io.IOException;
import java.net.Socket;

/// A worker that was started by itself. *Immutable.*
///
/// @param listen its address and port
record Member(CrawlerProcess process, String listen) {
  boolean isListening() {
    int colon = listen.indexOf(':');
    int port = Integer.parseInt(listen.substring(colon + 1));
    try (var socket = new Socket(listen.substring(0, colon), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }
}
