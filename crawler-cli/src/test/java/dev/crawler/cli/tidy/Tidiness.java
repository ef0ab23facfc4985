package dev.crawler.cli.tidy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `CONTRIBUTING.md` asks of Java files and no compiler checks. Complaints read `file:line:
/// what`, so that an editor can jump there. *Immutable.*
final class Tidiness {
  private static final int LINES = 250;
  private static final int COLUMNS = 120;

  private static final Pattern BANNED_NAME =
      Pattern.compile(
          "\\s*(?:[a-z-]+ )*(?:class|record|interface|enum) "
              + "(\\w*?(?:Manager|Helper|Utils?|Impl|Data|Info)(?![a-z])\\w*|Abstract[A-Z]\\w*)");

  /// In brackets, or this line would be the first to be found.
  private static final Pattern LEFT_OVER =
      Pattern.compile("\\b(?:TO[D]O|FIXM[E]|XX[X])\\b|@autho[r]\\b|@Disable[d]\\b");

  private Tidiness() {}

  /// Complaints about one file.
  static Stream<String> complaints(SourceFile file) {
    return Stream.of(
            tooLong(file),
            file.complaints("over " + COLUMNS + " columns", line -> columns(line) > COLUMNS),
            bannedNames(file),
            file.complaints("left over", line -> LEFT_OVER.matcher(line).find()))
        .flatMap(complaints -> complaints);
  }

  /// Complaints about main packages that nobody introduces, or whose nulls nobody checks.
  static Stream<String> undocumented(List<SourceFile> files) {
    return files.stream()
        .filter(SourceFile::isMain)
        .collect(Collectors.groupingBy(file -> file.path().getParent()))
        .entrySet()
        .stream()
        .flatMap(folder -> undocumented(folder.getKey(), folder.getValue()));
  }

  private static Stream<String> undocumented(Path folder, List<SourceFile> files) {
    return files.stream()
        .filter(file -> file.path().endsWith("package-info.java"))
        .findAny()
        .map(file ->
            file.lines().getFirst().startsWith("/// ") && file.lines().contains("@NullMarked")
                ? Stream.<String>empty()
                : Stream.of(file.complaint(1, "needs a doc comment and @NullMarked")))
        .orElseGet(() -> Stream.of(folder + ": no package-info.java"));
  }

  private static Stream<String> tooLong(SourceFile file) {
    return file.lines().size() > LINES
        ? Stream.of(file.complaint(LINES + 1, file.lines().size() + " lines, over " + LINES))
        : Stream.empty();
  }

  private static Stream<String> bannedNames(SourceFile file) {
    return file.complaints("banned name", line -> BANNED_NAME.matcher(line).lookingAt());
  }

  private static int columns(String line) {
    return line.codePointCount(0, line.length());
  }
}
