package dev.crawler.cli.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One page of a browser. *Confined to one thread.*
public final class Tab implements AutoCloseable {
  private static final int SECONDS = 30;
  private static final int PAGES = 5;

  private final TabEvents events = new TabEvents();
  private final WebSocket socket;
  private int last;

  private Tab(HttpClient client, URI url) {
    this.socket = client.newWebSocketBuilder().buildAsync(url, events).join();
  }

  static Tab connect(HttpClient client, URI url) {
    var tab = new Tab(client, url);
    List.of("Page", "Runtime", "Log", "Network")
        .forEach(domain -> tab.send(domain + ".enable", "{}"));
    return tab;
  }

  /// Opens a page and waits until it is loaded.
  public Tab open(URI url) {
    var loaded = events.nextLoad();
    send("Page.navigate", "{\"url\": " + quoted(url.toString()) + "}");
    await(loaded);
    return this;
  }

  /// A wide or a narrow window, with light or dark colours.
  public Tab show(int width, int height, String scheme) {
    send(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\": %d, \"height\": %d, \"deviceScaleFactor\": 1, \"mobile\": %b}"
            .formatted(width, height, width < 500));
    send(
        "Emulation.setEmulatedMedia",
        "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"%s\"}]}"
            .formatted(scheme));
    return this;
  }

  /// The value of an expression, as text; `null` when the page went before it had one.
  public String evaluate(String expression) {
    var answer =
        send(
            "Runtime.evaluate",
            "{\"awaitPromise\": true, \"returnByValue\": true, \"expression\": "
                + quoted("Promise.resolve(" + expression + ").then(String)")
                + "}");
    if (Json.at(answer, "result", "exceptionDetails") != null) {
      throw new IllegalStateException(expression + ": " + answer);
    }
    return String.valueOf(Json.at(answer, "result", "result", "value"));
  }

  /// Waits until an expression is true in the page, or in the one that takes its place meanwhile.
  public void until(String expression) {
    var waiting =
        "new Promise(done => { const look = () => (%s) ? done(true) : setTimeout(look, 20); look(); })"
            .formatted(expression);
    for (int page = 0; page < PAGES; page++) {
      if (evaluate(waiting).equals("true")) {
        return;
      }
    }
    throw new IllegalStateException("too many pages, none of which has " + expression);
  }

  /// A picture of the page, as high as it is.
  public void picture(Path file) throws IOException {
    var answer =
        send("Page.captureScreenshot", "{\"format\": \"png\", \"captureBeyondViewport\": true}");
    Files.write(
        file, Base64.getDecoder().decode(String.valueOf(Json.at(answer, "result", "data"))));
  }

  /// The first sheet of the page on paper, as a PDF.
  public byte[] paper() {
    var answer = send("Page.printToPDF", "{\"pageRanges\": \"1\"}");
    return Base64.getDecoder().decode(String.valueOf(Json.at(answer, "result", "data")));
  }

  /// What went wrong so far: errors on the console, exceptions, what the policy has blocked.
  public List<String> troubles() {
    return events.troubles();
  }

  /// What the page has asked for so far, itself included.
  public List<String> requests() {
    return events.requests();
  }

  private Map<String, @Nullable Object> send(String method, String parameters) {
    int id = ++last;
    var answer = events.answer(id);
    socket
        .sendText(
            "{\"id\": %d, \"method\": \"%s\", \"params\": %s}".formatted(id, method, parameters),
            true)
        .join();
    return await(answer);
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /// As JSON.
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  @Override
  public void close() {
    send("Page.close", "{}");
    socket.abort();
  }
}
