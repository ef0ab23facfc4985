package dev.crawler.cli.experiments.effort;

import java.util.Set;

/// What is counted of one source file. *Immutable.*
///
/// @param type full name of its top-level type
/// @param module folder of its module
/// @param lines that are not blank, comment, import or package
/// @param mutableFields fields that are not final, those of nested types included
/// @param sharedFields final fields that hold something that changes, by [MutableTypes]
/// @param uses full names of types that it may use: imports, and all of its package that it names
record SourceFile(
    String type, String module, int lines, int mutableFields, int sharedFields, Set<String> uses) {
  SourceFile {
    uses = Set.copyOf(uses);
  }

  String packageName() {
    return type.substring(0, type.lastIndexOf('.'));
  }
}
