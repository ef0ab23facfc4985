package dev.crawler.cli.experiments.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The safety lines of one engine, read from the file `src/test/mutations.txt` of its module, where
/// `#` begins a comment and the first character of a line says what it is:
///
/// ```
///  engine serial, threads              whose lines they are
///  suite crawler-threads a.b.CTest     shared contracts that should notice, in this order
///  own crawler-threads a.b.DTest       tests of the engine's own, asked when those do not
///  = name-of-the-mutation
///  ? why the line is there, in one line
///  @ src/main/java/a/b/C.java          of this module
///   a line that stays, there to find the place
///  -a line that goes
///  +a line that comes
/// ```
///
/// *Immutable.*
///
/// @param engine as in the file
/// @param suites the shared contracts
/// @param own tests of the engine's own
/// @param mutations in the order of the file
public record MutationList(
    String engine, List<TestClass> suites, List<TestClass> own, List<Mutation> mutations) {
  static final Path FILE = Path.of("src", "test", "mutations.txt");

  /// Copies the lists.
  public MutationList {
    suites = List.copyOf(suites);
    own = List.copyOf(own);
    mutations = List.copyOf(mutations);
  }

  /// Those of all modules of a checkout.
  public static List<MutationList> in(Path root) throws IOException {
    var lists = new ArrayList<MutationList>();
    try (var modules = Files.list(root)) {
      for (var module : modules.sorted().toList()) {
        if (Files.isRegularFile(module.resolve(FILE))) {
          lists.add(read(root, module.getFileName()));
        }
      }
    }
    return lists;
  }

  private static MutationList read(Path root, Path module) throws IOException {
    var reader = new MutationReader(module);
    for (var line : Files.readAllLines(root.resolve(module).resolve(FILE))) {
      reader.take(line);
    }
    return reader.list();
  }

  /// The engines whose lines they are.
  List<String> engines() {
    return List.of(engine.split(", "));
  }
}
