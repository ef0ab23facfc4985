import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.SplittableRandom;

/// A site on many hosts that lets each page wait: what a crawler with thousands of fetches in
/// flight is measured against. One thread, a few microseconds a request; the hosts are 127.0.1.1,
/// 127.0.1.2, ... on one port. Pages of about 5 KB are computed, the same bytes in every run.
/// `ulimit -n 20000; java docs/bench/SlowSite.java HOSTS PAGES DELAY_MS [PORT]`
///
/// `/robots.txt` is a 404 at once. `/stats` says at once what it was started with, and since the
/// last time it was asked: pages served, microseconds of CPU used, most pages waiting at once.
void main(String[] args) throws IOException {
  hosts = Integer.parseInt(args[0]);
  pages = Integer.parseInt(args[1]);
  delayNanos = Long.parseLong(args[2]) * 1_000_000;
  port = args.length > 3 ? Integer.parseInt(args[3]) : 8030;
  selector = Selector.open();
  addresses = new String[hosts];
  for (int host = 0; host < hosts; host++) {
    addresses[host] = "127.0.%d.%d".formatted(1 + host / 250, 1 + host % 250);
    var listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.ofLiteral(addresses[host]), port), 4096);
    listener.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
  }
  IO.println(
      "%d pages on %d hosts from http://%s:%d/0".formatted(pages, hosts, addresses[0], port));
  while (true) {
    selector.select(this::ready, waitMillis());
    answerDue();
  }
}

static final int LINKS = 20;
static final int BRANCHES = 4;
static final int FILLING = 4_000;
static final byte[] NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes();
static final byte[] TEXT = text();

int hosts;
int pages;
long delayNanos;
int port;
String[] addresses;
Selector selector;

/// All wait for the same time, so that a queue is timer enough.
final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

final ByteBuffer output = ByteBuffer.allocateDirect(16 << 10);
long served;
int most;
long cpuNanos;

record Waiting(Peer peer, int page, long due) {}

/// Milliseconds to the next answer, rounded up; 0 means until something comes.
long waitMillis() {
  if (waiting.isEmpty()) {
    return 0;
  }
  return Math.max(1, Math.ceilDiv(waiting.peek().due - System.nanoTime(), 1_000_000));
}

void ready(SelectionKey key) {
  if (!(key.attachment() instanceof Peer peer)) {
    accept(key);
    return;
  }
  try {
    if (key.isWritable()) {
      peer.flush();
    } else {
      peer.read();
    }
  } catch (IOException _) {
    peer.close();
  }
}

void accept(SelectionKey key) {
  try {
    var channel = ((ServerSocketChannel) key.channel()).accept();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
    var peer = new Peer(channel, channel.register(selector, SelectionKey.OP_READ));
    peer.key.attach(peer);
  } catch (IOException e) {
    IO.println("not accepted: " + e.getMessage()); // out of files: see ulimit
  }
}

void answerDue() {
  long now = System.nanoTime();
  while (!waiting.isEmpty() && waiting.peek().due <= now) {
    var next = waiting.poll();
    next.peer.answered(page(next.page));
    served++;
  }
}

/// One connection. The next request is looked at when the one before is answered.
final class Peer {
  final SocketChannel channel;
  final SelectionKey key;
  final ByteBuffer input = ByteBuffer.allocate(2 << 10);
  ByteBuffer unsent = ByteBuffer.allocate(0);
  boolean busy;

  Peer(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  void read() throws IOException {
    if (!input.hasRemaining() || channel.read(input) < 0) {
      close(); // a request of more than 2 KB is none of our crawler's
      return;
    }
    serve();
  }

  void serve() throws IOException {
    for (int end = headEnd(); !busy && end > 0; end = headEnd()) {
      var line = new String(input.array(), 0, Math.min(end, 40)).split(" ", 3)[1].substring(1);
      input.flip().position(end).compact();
      switch (line) {
        case "robots.txt" -> send(output.clear().put(NOT_FOUND).flip());
        case "stats" -> send(stats());
        default -> delay(Integer.parseInt(line));
      }
    }
  }

  void delay(int page) {
    busy = true;
    waiting.add(new Waiting(this, page, System.nanoTime() + delayNanos));
    most = Math.max(most, waiting.size());
  }

  void answered(ByteBuffer answer) {
    busy = false;
    try {
      send(answer);
      serve();
    } catch (IOException _) {
      close();
    }
  }

  void send(ByteBuffer answer) throws IOException {
    channel.write(answer);
    if (answer.hasRemaining()) {
      busy = true;
      unsent = ByteBuffer.allocate(answer.remaining()).put(answer).flip();
      key.interestOps(SelectionKey.OP_WRITE);
    }
  }

  void flush() throws IOException {
    channel.write(unsent);
    if (!unsent.hasRemaining()) {
      busy = false;
      key.interestOps(SelectionKey.OP_READ);
      serve();
    }
  }

  /// Where the first head in the input ends, or 0.
  int headEnd() {
    var bytes = input.array();
    for (int i = 3; i < input.position(); i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      busy = true; // it is gone either way
    }
  }
}

ByteBuffer page(int page) {
  var random = new SplittableRandom(page);
  var html = new StringBuilder(1 << 10);
  html.append("<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Page ").append(page);
  html.append("</title><ul>\n");
  for (int i = 0; i < LINKS; i++) {
    // A tree from the first page of each host reaches every page; the rest is chance.
    int target = i < BRANCHES ? hosts + page * BRANCHES + i : random.nextInt(pages);
    target %= pages;
    html.append("<li><a href=\"http://").append(addresses[target % hosts]).append(':').append(port);
    html.append('/').append(target).append("\">").append(target).append("</a>\n");
  }
  html.append("</ul><p>");
  var head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ";
  int from = random.nextInt(TEXT.length - FILLING);
  output.clear().put((head + (html.length() + FILLING) + "\r\n\r\n").getBytes());
  return output.put(html.toString().getBytes()).put(TEXT, from, FILLING).flip();
}

static byte[] text() {
  var random = new SplittableRandom(1);
  var text = new StringBuilder();
  while (text.length() < 64 << 10) {
    text.append(Long.toString(random.nextLong(1_000_000_000L), 36)).append(' ');
  }
  return text.toString().getBytes();
}

ByteBuffer stats() {
  var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  long cpu = os.getProcessCpuTime();
  var line =
      "%d %d %d %d %d %d"
          .formatted(hosts, pages, delayNanos / 1_000_000, served, (cpu - cpuNanos) / 1_000, most);
  cpuNanos = cpu;
  served = 0;
  most = waiting.size();
  var head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(line.length());
  return output.clear().put((head + line).getBytes()).flip();
}
