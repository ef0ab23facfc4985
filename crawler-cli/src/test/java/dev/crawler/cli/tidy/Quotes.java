package dev.crawler.cli.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Code that Markdown files quote: a block of Java after a line that links to a Java file must
/// occur there word for word, but for how far it is indented. *Immutable.*
///
/// @param tree where the sources are
record Quotes(SourceTree tree) {
  private static final Pattern SOURCE = Pattern.compile("]\\(([^)\\s]+\\.java)\\)");
  private static final String OPENING = "```java";
  private static final String CLOSING = "```";

  /// A quote in a page. *Immutable.*
  ///
  /// @param line number of the line that opens it
  /// @param source link to the file it is said to be from, or empty
  private record Quote(int line, String source, List<String> text) {}

  /// Complaints about quotes that are not in the file that they name.
  Stream<String> stale(SourceFile page) {
    return quotes(page).stream()
        .filter(quote -> !quote.source().isEmpty() && !occurs(page, quote))
        .map(quote -> page.complaint(quote.line(), "is not in " + quote.source()));
  }

  /// Complaints about blocks of Java that name no file.
  Stream<String> unsourced(SourceFile page) {
    return quotes(page).stream()
        .filter(quote -> quote.source().isEmpty())
        .map(quote -> page.complaint(quote.line(), "quotes no file"));
  }

  private static List<Quote> quotes(SourceFile page) {
    var quotes = new ArrayList<Quote>();
    var said = "";
    for (int i = 0; i < page.lines().size(); i++) {
      var line = page.lines().get(i);
      if (line.equals(OPENING)) {
        var text = page.lines().stream().skip(i + 1).takeWhile(l -> !l.equals(CLOSING)).toList();
        quotes.add(new Quote(i + 1, source(said), text));
        i += text.size() + 1;
      } else if (!line.isBlank()) {
        said = line;
      }
    }
    return quotes;
  }

  private static String source(String line) {
    var links = SOURCE.matcher(line).results().map(link -> link.group(1)).toList();
    return links.isEmpty() ? "" : links.getLast();
  }

  private boolean occurs(SourceFile page, Quote quote) {
    var source = page.path().resolveSibling(quote.source());
    if (!tree.holds(source)) {
      return false;
    }
    var lines = lines(source);
    var wanted = outdented(quote.text());
    return Stream.iterate(0, at -> at + wanted.size() <= lines.size(), at -> at + 1)
        .anyMatch(at -> outdented(lines.subList(at, at + wanted.size())).equals(wanted));
  }

  private List<String> lines(Path source) {
    try {
      return Files.readAllLines(tree.root().resolve(source));
    } catch (IOException e) {
      throw new UncheckedIOException(source.toString(), e);
    }
  }

  private static List<String> outdented(List<String> lines) {
    return String.join("\n", lines).stripIndent().lines().toList();
  }
}
