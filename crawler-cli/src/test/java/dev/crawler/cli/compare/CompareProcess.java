package dev.crawler.cli.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.cli.Main;
import dev.crawler.core.engine.CrawlEngine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command in a process of its own, with engines on its class path that nobody ships.
/// *Immutable.*
///
/// @param folder for what it needs
/// @param engines that are found besides the shipped ones
public record CompareProcess(Path folder, List<Class<? extends CrawlEngine>> engines) {
  /// A crawl of seconds.
  static final List<String> SMALL =
      List.of("--hosts", "3", "--pages", "12", "--rounds", "1", "--delay", "2ms");

  /// Copies the list.
  public CompareProcess {
    engines = List.copyOf(engines);
  }

  /// How it ended. *Immutable.*
  public record Result(int code, String out, String err) {}

  /// Runs it to its end.
  public Result run(String... arguments) throws IOException, InterruptedException {
    var process = start(arguments);
    int code = process.waitFor();
    return new Result(
        code,
        Files.readString(folder.resolve("out"), UTF_8),
        Files.readString(folder.resolve("err"), UTF_8));
  }

  /// Starts it; what it says goes to files.
  public Process start(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private String classPath() throws IOException {
    var services = folder.resolve("extra/META-INF/services");
    Files.createDirectories(services);
    Files.write(
        services.resolve(CrawlEngine.class.getName()),
        engines.stream().map(Class::getName).toList());
    return Stream.of(folder.resolve("extra").toString(), System.getProperty("java.class.path"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
