package dev.crawler.cli.experiments.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes in the lines of a file of mutations. *Confined to its reader.*
final class MutationReader {
  private final Path module;
  private final List<TestClass> suites = new ArrayList<>();
  private final List<TestClass> own = new ArrayList<>();
  private final List<Mutation> mutations = new ArrayList<>();
  private final StringBuilder before = new StringBuilder();
  private final StringBuilder after = new StringBuilder();
  private String engine = "";
  private String name = "";
  private String why = "";
  private Path file = Path.of("");

  MutationReader(Path module) {
    this.module = module;
  }

  void take(String line) {
    if (line.isBlank()) {
      finish();
      return;
    }
    var rest = line.substring(1);
    switch (line.charAt(0)) {
      case '#' -> {}
      case '=' -> name = rest.strip();
      case '?' -> why = rest.strip();
      case '@' -> file = module.resolve(rest.strip());
      case ' ' -> {
        before.append(rest).append('\n');
        after.append(rest).append('\n');
      }
      case '-' -> before.append(rest).append('\n');
      case '+' -> after.append(rest).append('\n');
      default -> takeWords(line.split("\\s+", 2));
    }
  }

  private void takeWords(String[] words) {
    switch (words[0]) {
      case "engine" -> engine = words[1];
      case "suite" -> suites.add(testClass(words[1]));
      case "own" -> own.add(testClass(words[1]));
      default -> throw new IllegalArgumentException("what is '%s'?".formatted(words[0]));
    }
  }

  private static TestClass testClass(String words) {
    var parts = words.split("\\s+", 2);
    return new TestClass(parts[0], parts[1]);
  }

  private void finish() {
    if (!name.isEmpty()) {
      mutations.add(new Mutation(name, why, file, before.toString(), after.toString()));
    }
    name = "";
    before.setLength(0);
    after.setLength(0);
  }

  MutationList list() {
    finish();
    return new MutationList(engine, suites, own, mutations);
  }
}
