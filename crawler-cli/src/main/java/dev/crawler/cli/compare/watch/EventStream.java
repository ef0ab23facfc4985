package dev.crawler.cli.compare.watch;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Tells the story to one browser as server-sent events, until it is over or nobody listens. An
/// event's id is its place in the story, so that a browser that was cut off goes on where it was.
///
/// @param story that is told
record EventStream(RaceStory story) {
  /// A comment so often shows whether somebody still listens.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final int UNTIL_THE_END = 0;

  void serve(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, UNTIL_THE_END);
    var out = exchange.getResponseBody();
    int next = after(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    boolean goesOn = true;
    while (goesOn) {
      var chapter = story.from(next, SILENCE);
      var text = new StringBuilder();
      for (var event : chapter.events()) {
        text.append("id: ").append(next++).append("\ndata: ").append(event).append("\n\n");
      }
      if (text.isEmpty()) {
        text.append(":\n\n");
      }
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      goesOn = !chapter.isLast();
    }
  }

  private static int after(@Nullable String id) {
    try {
      return id == null ? 0 : Math.max(0, Math.addExact(Integer.parseInt(id), 1));
    } catch (NumberFormatException | ArithmeticException _) {
      return 0;
    }
  }
}
