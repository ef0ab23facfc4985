package dev.crawler.cli.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One headless Chromium. Without a sandbox, which a container may not allow: it is shown nothing
/// but what the test has written. *Confined to one thread.*
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> SWITCHES =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-extensions",
          "--disable-dev-shm-usage",
          "--hide-scrollbars",
          "--remote-debugging-port=0");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final BufferedReader errors;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI control;

  private Chromium(Process process) throws IOException {
    this.process = process;
    this.errors = process.errorReader();
    this.control = control();
  }

  /// Starts the one that is installed, or skips the test. `-Dcrawler.chromium=FILE` names another.
  ///
  /// @param folder for its profile, which goes with the test
  public static Chromium start(Path folder) throws IOException {
    var program = find();
    assumeTrue(
        program.isPresent(),
        "no Chromium on the PATH: apt install chromium, or -Dcrawler.chromium=FILE");
    var command = new ArrayList<String>();
    command.add(program.get().toString());
    command.addAll(SWITCHES);
    command.add("--user-data-dir=" + folder);
    return new Chromium(
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
  }

  private static Optional<Path> find() {
    var given = System.getProperty("crawler.chromium");
    if (given != null) {
      return Optional.of(Path.of(given));
    }
    var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return NAMES.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Another page.
  public Tab tab() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://" + control.getAuthority() + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    var answer = client.send(request, BodyHandlers.ofString()).body();
    var url = Json.at(Json.object(answer), "webSocketDebuggerUrl");
    return Tab.connect(client, URI.create(String.valueOf(url)));
  }

  /// What it writes is read until it says where it listens, and then to the end, or it would stop.
  private URI control() throws IOException {
    for (var line = errors.readLine(); line != null; line = errors.readLine()) {
      var found = LISTENING.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(this::drain);
        return URI.create(found.group(1));
      }
    }
    throw new IOException("Chromium ended without a word of where it listens");
  }

  private void drain() {
    try {
      errors.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Asks it to end, so that it leaves nothing behind, and ends what does not.
  @Override
  public void close() {
    var family = process.descendants().toList();
    var socket =
        client.newWebSocketBuilder().buildAsync(control, new WebSocket.Listener() {}).join();
    socket.sendText("{\"id\": 1, \"method\": \"Browser.close\"}", true).join();
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
    client.shutdownNow();
  }
}
