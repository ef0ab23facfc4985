package dev.crawler.cli.compare.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/// Styles and scripts, read from the class path. *Immutable.*
public final class PageResources {
  private static final String LIBRARY = "org.webjars.npm/chart.js/pom.properties";

  private PageResources() {}

  /// Chart.js in one file, its licence at its head, without the address of a map for debuggers.
  public static String chartLibrary() {
    var properties = new Properties();
    try (var in = PageResources.class.getResourceAsStream("/META-INF/maven/" + LIBRARY)) {
      if (in == null) {
        throw new IllegalStateException("Chart.js is not on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var path =
        "/META-INF/resources/webjars/chart.js/"
            + properties.getProperty("version")
            + "/dist/chart.umd.min.js";
    return read(PageResources.class, path).replaceFirst("//# sourceMappingURL=\\S*\\s*$", "");
  }

  /// Files of this folder as one script, strict and with names of its own.
  public static String script(List<String> files) {
    return files.stream()
        .map(file -> read(PageResources.class, file))
        .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
  }

  /// The style sheet that both pages share.
  public static String style() {
    return read(PageResources.class, "page.css");
  }

  /// A file of the class path, beside that class.
  public static String read(Class<?> beside, String file) {
    try (var in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
