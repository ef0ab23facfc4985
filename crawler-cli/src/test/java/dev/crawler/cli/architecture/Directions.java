package dev.crawler.cli.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;

/// Which module may use which, after `docs/architecture.md`: cli → engines → http → core, and the
/// kit beside them. A module that is none of the four named ones is an engine, so a new engine is
/// held to the rules without being listed. *Immutable.*
///
/// @param root package of the modules
record Directions(String root) {
  List<ArchRule> rules() {
    return List.of(
        onlyUses("core"),
        onlyUses("http", "core"),
        onlyUses("tck", "core"),
        // Engines are not among them: the command line finds them through the ServiceLoader.
        onlyUses("cli", "core", "tck"),
        noClasses()
            .that(resideInAnEngine())
            .should()
            .dependOnClassesThat(resideIn("tck", "cli"))
            .as("no engine uses the kit or the command line"),
        // The one exception: a worker process is the blocking loop, fed by a shared ledger.
        slices()
            .assignedFrom(engines())
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideIn("processes"), resideIn("threads")),
        classes()
            .that(resideIn("core"))
            .should()
            .onlyDependOnClassesThat(resideIn("core").or(belongToTheLibrariesOfCore()))
            .as("core uses the JDK and its libraries: no logger, no framework"));
  }

  private ArchRule onlyUses(String module, String... below) {
    var allowed = Stream.concat(Stream.of(module), Stream.of(below)).toArray(String[]::new);
    return noClasses()
        .that(resideIn(module))
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideIn(allowed))))
        .as(module + " uses no module but " + String.join(", ", allowed));
  }

  private DescribedPredicate<JavaClass> resideIn(String... modules) {
    return resideInAnyPackage(
        Stream.of(modules).map(module -> root + "." + module + "..").toArray(String[]::new));
  }

  private DescribedPredicate<JavaClass> resideInAnEngine() {
    return resideInAPackage(root + ".*..").and(not(resideIn("core", "http", "tck", "cli")));
  }

  private static DescribedPredicate<JavaClass> belongToTheLibrariesOfCore() {
    return resideInAnyPackage(
        "java..",
        "javax.naming..",
        "javax.xml.stream..",
        "com.google.re2j..",
        "com.ibm.icu..",
        "crawlercommons..",
        "org.brotli.dec..",
        "org.jsoup..",
        "org.jspecify..",
        "tools.jackson..");
  }

  private SliceAssignment engines() {
    return new SliceAssignment() {
      @Override
      public String getDescription() {
        return "engines";
      }

      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return resideInAnEngine().test(type)
            ? SliceIdentifier.of(
                type.getPackageName().substring(root.length() + 1).split("\\.", 2)[0])
            : SliceIdentifier.ignore();
      }
    };
  }
}
