package dev.crawler.cli.compare.page;

import java.util.ArrayList;
import java.util.List;

/// Which colour of the style sheet an engine has: each of ours always the same one, whoever runs
/// with it, and a stranger the next that is free. *Immutable.*
public final class EngineColours {
  private static final List<String> KNOWN =
      List.of("serial", "threads", "virtual", "callbacks", "vertx", "processes");

  /// As many as the style sheet has; then they begin again.
  private static final int COLOURS = 10;

  private final List<String> names;

  private EngineColours(List<String> names) {
    this.names = names;
  }

  /// Those of these engines.
  public static EngineColours of(List<String> engines) {
    var names = new ArrayList<>(KNOWN);
    engines.stream().distinct().filter(engine -> !KNOWN.contains(engine)).forEach(names::add);
    return new EngineColours(List.copyOf(names));
  }

  /// The class of the style sheet that has the engine's colour.
  public String of(String engine) {
    return "e" + Math.floorMod(names.indexOf(engine), COLOURS);
  }
}
