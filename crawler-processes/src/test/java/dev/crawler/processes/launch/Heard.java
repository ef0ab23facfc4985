package dev.crawler.processes.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// What was said, in order; whoever waits for a line fails when it does not come. *Thread-safe.*
final class Heard implements BiConsumer<String, String> {
  private final List<String> all = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<String> unread = new LinkedBlockingQueue<>();

  @Override
  public void accept(String name, String line) {
    all.add(name + ": " + line);
    unread.add(name + ": " + line);
  }

  List<String> all() {
    return all;
  }

  /// The next line.
  String next() throws InterruptedException {
    var line = unread.poll(60, TimeUnit.SECONDS);
    assertThat(line).isNotNull();
    return line;
  }
}
