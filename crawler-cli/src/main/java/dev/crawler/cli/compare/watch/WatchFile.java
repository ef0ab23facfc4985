package dev.crawler.cli.compare.watch;

import dev.crawler.cli.compare.page.PageResources;
import java.util.List;
import java.util.Map;

/// One file that the live page is made of. *Immutable.*
///
/// @param type media type
/// @param text what is in it
record WatchFile(String type, String text) {
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /// All of them, by name; the empty name is the page itself.
  static Map<String, WatchFile> all() {
    var script =
        PageResources.script(List.of("format.js", "look.js", "lines.js", "../watch/watch.js"));
    return Map.of(
        "", new WatchFile("text/html; charset=utf-8", own("watch.html")),
        "page.css", new WatchFile(STYLE, PageResources.style()),
        "watch.css", new WatchFile(STYLE, own("watch.css")),
        "chart.js", new WatchFile(SCRIPT, PageResources.chartLibrary()),
        "watch.js", new WatchFile(SCRIPT, script));
  }

  private static String own(String file) {
    return PageResources.read(WatchFile.class, file);
  }
}
