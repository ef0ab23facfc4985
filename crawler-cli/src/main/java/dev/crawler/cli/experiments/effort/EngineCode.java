package dev.crawler.cli.experiments.effort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The code that one engine needs beyond the core: all that is reached from its entrance by names,
/// cut into the engine proper and its HTTP client. *Immutable.*
///
/// @param engine by name
/// @param proper its loop, its state, its processes
/// @param client what makes requests
record EngineCode(String engine, List<SourceFile> proper, List<SourceFile> client) {
  /// Where the sources of engines and clients lie.
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("crawler-http/src/main/java"),
          Path.of("crawler-http/src/test/java/dev/crawler/futures"),
          Path.of("crawler-threads/src/main/java"),
          Path.of("crawler-callbacks/src/main/java"),
          Path.of("crawler-vertx/src/main/java"),
          Path.of("crawler-processes/src/main/java"));

  /// By which types each engine is entered, by hand and by a new process.
  private static final Map<String, List<String>> ENTRANCES = entrances();

  private static final String HTTP = "dev.crawler.http.";
  private static final String VERTX_CLIENT = "dev.crawler.vertx.client";
  private static final String VERTX_FETCHER = "dev.crawler.vertx.VertxFetcher";

  EngineCode {
    proper = List.copyOf(proper);
    client = List.copyOf(client);
  }

  private static Map<String, List<String>> entrances() {
    var entrances = new LinkedHashMap<String, List<String>>();
    entrances.put("serial", List.of("dev.crawler.threads.SerialEngine"));
    entrances.put("threads", List.of("dev.crawler.threads.ThreadsEngine"));
    entrances.put("virtual", List.of("dev.crawler.threads.VirtualEngine"));
    entrances.put("futures", List.of("dev.crawler.futures.FuturesEngine"));
    entrances.put("callbacks", List.of("dev.crawler.callbacks.CallbacksEngine"));
    entrances.put("vertx", List.of("dev.crawler.vertx.VertxEngine"));
    entrances.put(
        "processes",
        List.of(
            "dev.crawler.processes.ProcessesEngine",
            "dev.crawler.processes.WorkerMain",
            "dev.crawler.processes.ClusterWorker"));
    return entrances;
  }

  /// That of all engines that are in a checkout.
  static List<EngineCode> in(Path root) throws IOException {
    var all = new LinkedHashMap<String, SourceFile>();
    for (var folder : FOLDERS) {
      if (Files.isDirectory(root.resolve(folder))) {
        SourceReader.read(root, folder).forEach(file -> all.put(file.type(), file));
      }
    }
    var engines = new ArrayList<EngineCode>();
    ENTRANCES.forEach((engine, types) -> {
      if (types.stream().allMatch(all::containsKey)) {
        engines.add(of(engine, reached(types, all)));
      }
    });
    return engines;
  }

  private static EngineCode of(String engine, Set<SourceFile> files) {
    var client = files.stream().filter(EngineCode::isOfClient).toList();
    return new EngineCode(
        engine, files.stream().filter(file -> !isOfClient(file)).toList(), client);
  }

  private static boolean isOfClient(SourceFile file) {
    return file.type().startsWith(HTTP)
        || file.packageName().equals(VERTX_CLIENT)
        || file.type().equals(VERTX_FETCHER);
  }

  private static Set<SourceFile> reached(List<String> types, Map<String, SourceFile> all) {
    var reached = new LinkedHashSet<SourceFile>();
    var open = new ArrayDeque<>(types);
    while (!open.isEmpty()) {
      var file = all.get(open.remove());
      if (file != null && reached.add(file)) {
        open.addAll(file.uses());
      }
    }
    return reached;
  }

  static int lines(List<SourceFile> files) {
    return files.stream().mapToInt(SourceFile::lines).sum();
  }

  static int mutableFields(List<SourceFile> files) {
    return files.stream().mapToInt(SourceFile::mutableFields).sum();
  }

  static int sharedFields(List<SourceFile> files) {
    return files.stream().mapToInt(SourceFile::sharedFields).sum();
  }
}
