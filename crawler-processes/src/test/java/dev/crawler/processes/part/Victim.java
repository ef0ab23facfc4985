package dev.crawler.processes.part;

import java.io.IOException;
import java.nio.file.Path;

/// A process that appends records until it is killed, and says where each went when it is there.
/// *Confined to its thread.*
final class Victim {
  private Victim() {}

  /// Writes into the folder named.
  public static void main(String[] arguments) throws IOException {
    try (var log = PartLog.create(Path.of(arguments[0]), 1)) {
      for (int i = 0; !System.out.checkError(); i++) {
        var page = Records.page("http://ex.com/" + i);
        System.out.println(log.append(page) + " " + page.url());
      }
    }
  }
}
