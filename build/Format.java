import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Holds the Java files of the project to google-java-format. The build starts it once, from source
/// and on the toolchain's JDK, because the usual plugins run the formatter inside Maven, whose JDK
/// 17 cannot parse Java 25. A run that ends well leaves a stamp; the next one looks only at files
/// that are newer.
final class Format {
  private static final Formatter FORMATTER = new Formatter();

  private Format() {}

  /// Takes `check` or `rewrite`, and the root of the project. Exits with 1 when a file is not as
  /// the formatter would write it and was left so.
  public static void main(String[] args) throws IOException {
    var rewrite = args[0].equals("rewrite");
    var root = Path.of(args[1]);
    var stamp = root.resolve("target/formatted");
    var begun = FileTime.from(Instant.now());

    var unlike = sourcesNewerThan(stamp, root).parallelStream().filter(Format::differs).toList();

    for (var file : unlike) {
      System.out.println((rewrite ? "formatted " : "not formatted: ") + root.relativize(file));
      if (rewrite) {
        Files.writeString(file, formatted(Files.readString(file)));
      }
    }
    if (!unlike.isEmpty() && !rewrite) {
      System.out.println("mvn -N -q -Pformat validate   formats them");
      System.exit(1);
    }
    Files.createDirectories(stamp.getParent());
    Files.write(stamp, new byte[0]);
    Files.setLastModifiedTime(stamp, begun);
  }

  private static List<Path> sourcesNewerThan(Path stamp, Path root) throws IOException {
    var since = Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    try (var folders = Files.list(root)) {
      return folders
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .flatMap(Format::sources)
          .filter(file -> lastModified(file).compareTo(since) >= 0)
          .toList();
    }
  }

  private static Stream<Path> sources(Path folder) {
    try {
      return Files.find(folder, 99, (file, _) -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean differs(Path file) {
    try {
      var source = Files.readString(file);
      return !formatted(source).equals(source);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static String formatted(String source) {
    try {
      return FORMATTER.formatSourceAndFixImports(source);
    } catch (FormatterException e) {
      return source; // does not parse: the compiler says so better
    }
  }
}
