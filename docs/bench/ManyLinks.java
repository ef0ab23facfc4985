import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// A site that makes a crawler discover many URLs at the price of few pages: on each host an index,
/// below it lists, on each list a thousand links of about 60 characters; the hosts are 127.0.1.1,
/// 127.0.1.2, ... on one port. What the lists link to is there, too, and small. `java
/// docs/bench/ManyLinks.java HOSTS LISTS_PER_HOST [PORT]`
///
/// With `robots`, anything but the lists is disallowed, so that each link is settled without a
/// request.
void main(String[] args) throws IOException {
  int hosts = Integer.parseInt(args[0]);
  int lists = Integer.parseInt(args[1]);
  int port = args.length > 2 ? Integer.parseInt(args[2]) : 8040;
  boolean disallows = args.length > 3 && args[3].equals("robots");
  for (int host = 1; host <= hosts; host++) {
    var address = "127.0.%d.%d".formatted(1 + host / 250, 1 + host % 250);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), port), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, lists, disallows));
    server.start();
    IO.println("http://%s:%d/".formatted(address, port));
  }
}

static final int LINKS = 1_000;

static void answer(HttpExchange exchange, int lists, boolean disallows) throws IOException {
  try (exchange) {
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/robots.txt")) {
      send(exchange, "text/plain", disallows ? "User-agent: *\nDisallow: /catalogue\n" : "");
    } else if (path.equals("/")) {
      send(exchange, "text/html", links("/list/", lists));
    } else if (path.startsWith("/list/")) {
      var list = path.substring("/list/".length());
      send(
          exchange,
          "text/html",
          links("/catalogue/of/things/nobody/needs/%s/".formatted(list), LINKS));
    } else {
      send(exchange, "text/html", "<title>One thing</title>");
    }
  }
}

static String links(String prefix, int count) {
  var page = new StringBuilder("<title>Links</title>\n");
  for (int i = 0; i < count; i++) {
    page.append("<a href=").append(prefix).append(i).append(">x</a>\n");
  }
  return page.toString();
}

static void send(HttpExchange exchange, String type, String text) throws IOException {
  var bytes = text.getBytes();
  exchange.getResponseHeaders().set("Content-Type", type);
  exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
  exchange.getResponseBody().write(bytes);
}
