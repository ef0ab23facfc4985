package dev.crawler.cli.experiments.effort;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/// Reads sources with the compiler's parser.
final class SourceReader {
  private SourceReader() {}

  /// All source files below a folder of a module.
  ///
  /// @throws IOException when this Java is no JDK, or a file cannot be read
  static List<SourceFile> read(Path root, Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("this Java has no compiler: it takes a JDK");
    }
    var module = folder.getName(0).toString();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var found = Files.walk(root.resolve(folder))) {
      var paths =
          found
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("package-info.java"))
              .sorted()
              .toList();
      var task =
          compiler.getTask(
              null,
              files,
              null,
              List.of("-proc:none"),
              null,
              files.getJavaFileObjectsFromPaths(paths));
      var sources = new ArrayList<SourceFile>();
      for (var unit : ((JavacTask) task).parse()) {
        sources.add(source(unit, module));
      }
      return sources;
    }
  }

  private static SourceFile source(CompilationUnitTree unit, String module) throws IOException {
    var file = Path.of(unit.getSourceFile().toUri());
    var packageName = String.valueOf(unit.getPackageName());
    var name = file.getFileName().toString().replace(".java", "");
    var fields = new Fields();
    fields.scan(unit, null);
    return new SourceFile(
        packageName + "." + name,
        module,
        codeLines(Files.readAllLines(file)),
        fields.mutable,
        fields.shared,
        uses(unit, packageName));
  }

  private static int codeLines(List<String> lines) {
    return (int)
        lines.stream()
            .map(String::strip)
            .filter(line ->
                !line.isEmpty()
                    && !line.startsWith("//")
                    && !line.startsWith("*")
                    && !line.startsWith("/*")
                    && !line.startsWith("import ")
                    && !line.startsWith("package "))
            .count();
  }

  private static Set<String> uses(CompilationUnitTree unit, String packageName) {
    var uses = new HashSet<String>();
    for (ImportTree one : unit.getImports()) {
      uses.add(one.getQualifiedIdentifier().toString());
    }
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
        uses.add(packageName + "." + identifier.getName());
        return super.visitIdentifier(identifier, null);
      }
    }.scan(unit, null);
    return uses;
  }

  /// Counts fields of classes and enums; components of records are final and are not looked into.
  private static final class Fields extends TreeScanner<Void, Void> {
    private int mutable;
    private int shared;

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.ENUM) {
        for (var member : type.getMembers()) {
          if (member instanceof VariableTree field && !isEnumConstant(field, type)) {
            count(field);
          }
        }
      }
      return super.visitClass(type, null);
    }

    private void count(VariableTree field) {
      if (!field.getModifiers().getFlags().contains(Modifier.FINAL)) {
        mutable++;
      } else if (MutableTypes.holds(field)) {
        shared++;
      }
    }

    private static boolean isEnumConstant(VariableTree field, ClassTree type) {
      return type.getKind() == Tree.Kind.ENUM
          && field.getType() != null
          && field.getType().toString().equals(type.getSimpleName().toString());
    }
  }
}
