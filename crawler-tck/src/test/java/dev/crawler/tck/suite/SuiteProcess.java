package dev.crawler.tck.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs the test classes that it is told to, one after the other and without the tables of faults,
/// and ends at the first test that fails. Tells how it went in one line on standard output, behind
/// [Told#MARK]. Lives no longer than its standard input is open.
public final class SuiteProcess {
  private static final String ORDER = "junit.jupiter.testmethod.order.default";

  private SuiteProcess() {}

  /// @param classes names of test classes
  public static void main(String... classes) {
    Thread.ofPlatform().daemon().name("life-line").start(SuiteProcess::endWithParent);
    var told = new Told(Long.getLong("crawler.suite.silence", 90));
    for (var name : classes) {
      var request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(List.of(selectClass(name)))
              .configurationParameter(ORDER, QuickFirst.class.getName())
              .filters((PostDiscoveryFilter) SuiteProcess::isNoTable)
              .build();
      LauncherFactory.create().execute(request, told);
    }
    told.passed();
  }

  /// Tables of faults take most of the time, and are about clients and the core.
  private static FilterResult isNoTable(TestDescriptor test) {
    var kind = test.getUniqueId().getLastSegment().getType();
    return FilterResult.includedIf(!kind.equals("test-factory"));
  }

  private static void endWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
    Runtime.getRuntime().halt(9);
  }
}
