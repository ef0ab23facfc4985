package dev.crawler.cli.cluster;

import dev.crawler.cli.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// The workers of a cluster that were each started by a command of its own. *Thread-safe.*
final class Members {
  private final Path folder;
  private final String clusterName;
  private final String mark;
  private final List<Member> members = new CopyOnWriteArrayList<>();

  /// @param mark by which their processes are found again
  Members(Path folder, String clusterName, String mark) {
    this.folder = folder;
    this.clusterName = clusterName;
    this.mark = mark;
  }

  /// Starts one, which joins those before it.
  ///
  /// @param prefix a command that becomes the worker, or none
  /// @param address where it listens
  /// @param options further ones
  CrawlerProcess join(List<String> prefix, String address, List<String> options)
      throws IOException {
    var listen = address + ":" + freePort();
    var others = members.isEmpty() ? listen : addresses();
    var arguments =
        new ArrayList<>(
            List.of("worker", "--listen", listen, "--join", others, "--cluster-name", clusterName));
    arguments.addAll(options);
    var name = "worker-" + (members.size() + 1);
    var started = CrawlerProcess.start(prefix, Main.class, folder, name, mark, arguments);
    members.add(new Member(started, listen));
    return started;
  }

  /// Whether all of them listen.
  boolean areListening() {
    return members.stream().allMatch(Member::isListening);
  }

  /// Where they are found, as the command wants it.
  String addresses() {
    return members.stream().map(Member::listen).collect(Collectors.joining(","));
  }

  /// Those that were started, in order.
  List<CrawlerProcess> processes() {
    return members.stream().map(Member::process).toList();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
