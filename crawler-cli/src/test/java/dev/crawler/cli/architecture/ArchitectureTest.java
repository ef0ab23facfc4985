package dev.crawler.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// The rules hold for the classes of all modules, and each of them fails for the classes below
/// `broken`, which mirror the modules and were written to break it.
@Tag("promise:P24")
@Tag("spec:A6")
final class ArchitectureTest {
  private static final String MODULES = "dev.crawler";
  private static final String BROKEN = "dev.crawler.cli.architecture.broken";

  @TestFactory
  Stream<DynamicTest> holds() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULES);

    return tests(MODULES, rule -> rule.check(classes));
  }

  @TestFactory
  Stream<DynamicTest> canFail() {
    var classes = new ClassFileImporter().importPackages(BROKEN);

    return tests(BROKEN, rule -> assertThat(rule.evaluate(classes).hasViolation()).isTrue());
  }

  private static Stream<DynamicTest> tests(String root, Consumer<ArchRule> test) {
    return Stream.of(new Directions(root).rules(), new Purity(root).rules())
        .flatMap(List::stream)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> test.accept(rule)));
  }
}
