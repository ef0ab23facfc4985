package dev.crawler.tck.suite;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/// What is one test comes first, then those of many parameters, then those that make tests: the
/// sooner one fails the better.
public final class QuickFirst implements MethodOrderer {
  @Override
  public void orderMethods(MethodOrdererContext context) {
    context
        .getMethodDescriptors()
        .sort(
            Comparator.comparing((MethodDescriptor method) -> method.isAnnotated(TestFactory.class))
                .thenComparing(method -> method.isAnnotated(ParameterizedTest.class))
                .thenComparing(method -> method.getMethod().getName()));
  }
}
