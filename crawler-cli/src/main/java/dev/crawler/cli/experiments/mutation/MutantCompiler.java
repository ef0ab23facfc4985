package dev.crawler.cli.experiments.mutation;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Compiles mutants in this process, never into the checkout. *Thread-safe.*
final class MutantCompiler {
  private final Path root;
  private final JavaCompiler compiler;

  MutantCompiler(Path root, JavaCompiler compiler) {
    this.root = root;
    this.compiler = compiler;
  }

  /// One of this JDK.
  ///
  /// @throws IOException when this is no JDK
  static MutantCompiler of(Path root) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("this Java has no compiler: it takes a JDK");
    }
    return new MutantCompiler(root, compiler);
  }

  /// Compiles a mutated file into a folder.
  ///
  /// @return what the compiler said when it is no Java
  Optional<String> compile(Mutation mutation, String classPath, Path folder) throws IOException {
    var file = root.resolve(mutation.file());
    var text = mutation.applyTo(Files.readString(file));
    var said = new StringWriter();
    var options =
        List.of("-d", folder.toString(), "-cp", classPath, "-proc:none", "-nowarn", "-parameters");
    var task =
        compiler.getTask(said, null, null, options, null, List.of(new Source(file.toUri(), text)));
    return task.call() ? Optional.empty() : Optional.of(said.toString().strip());
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(URI uri, String text) {
      super(uri, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
