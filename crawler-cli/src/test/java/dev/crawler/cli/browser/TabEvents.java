package dev.crawler.cli.browser;

import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What a page tells over its socket: answers to commands, and what happens. *Thread-safe.*
final class TabEvents implements WebSocket.Listener {
  private final Map<Integer, CompletableFuture<Map<String, @Nullable Object>>> answers =
      new ConcurrentHashMap<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private volatile CompletableFuture<Boolean> load = new CompletableFuture<>();

  CompletableFuture<Map<String, @Nullable Object>> answer(int id) {
    return answers.computeIfAbsent(id, _ -> new CompletableFuture<>());
  }

  CompletableFuture<Boolean> nextLoad() {
    load = new CompletableFuture<>();
    return load;
  }

  List<String> troubles() {
    return List.copyOf(troubles);
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      take(Json.object(message.toString()));
      message.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void take(Map<String, @Nullable Object> told) {
    if (told.get("id") instanceof Double id) {
      answer(id.intValue()).complete(told);
      return;
    }
    switch (String.valueOf(told.get("method"))) {
      case "Page.loadEventFired" -> load.complete(true);
      case "Network.requestWillBeSent" ->
          requests.add(String.valueOf(Json.at(told, "params", "request", "url")));
      case "Runtime.exceptionThrown" -> troubles.add(String.valueOf(told.get("params")));
      case "Runtime.consoleAPICalled" -> {
        if ("error".equals(Json.at(told, "params", "type"))) {
          troubles.add(String.valueOf(told.get("params")));
        }
      }
      case "Log.entryAdded" -> {
        if ("error".equals(Json.at(told, "params", "entry", "level"))) {
          troubles.add(String.valueOf(told.get("params")));
        }
      }
      default -> {
        return;
      }
    }
  }
}
