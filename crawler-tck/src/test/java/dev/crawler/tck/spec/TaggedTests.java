package dev.crawler.tck.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The tests that say what they are for, by that. *Immutable.*
///
/// @param names of tests, by the number in their tag
record TaggedTests(Map<String, SortedSet<String>> names) {
  private static final Pattern TESTED =
      Pattern.compile("\\b(class|interface|void|Stream<DynamicTest>) (\\w+)");

  /// Those with a tag of that kind, such as `promise`.
  static TaggedTests of(Repository repository, String kind) throws IOException {
    var names = new TreeMap<String, SortedSet<String>>();
    var tag = Pattern.compile("@Tag\\(\"" + kind + ":([A-Z]\\d+)\"\\)");
    for (var source : repository.sources()) {
      var text = Files.readString(source);
      tag.matcher(text)
          .results()
          .forEach(found ->
              names
                  .computeIfAbsent(found.group(1), _ -> new TreeSet<>())
                  .add(name(source, text, found.end())));
    }
    return new TaggedTests(names);
  }

  private static String name(Path source, String text, int from) {
    var file = source.getFileName().toString().replace(".java", "");
    var tested = TESTED.matcher(text);
    if (!tested.find(from)) {
      throw new IllegalStateException("a tag of nothing in " + source);
    }
    var whole = tested.group(1).equals("class") || tested.group(1).equals("interface");
    return whole ? file : file + "." + tested.group(2);
  }
}
