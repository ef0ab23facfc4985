package dev.crawler.cli.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the packages that decide and handle must not touch, and the one place of each library and
/// of each way out of the program. *Immutable.*
///
/// @param root package of the modules
record Purity(String root) {
  private static final Set<String> BYTES =
      Set.of(
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.EOFException",
          "java.io.IOException",
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.UncheckedIOException");

  List<ArchRule> rules() {
    return Stream.concat(purity(), places()).toList();
  }

  private Stream<ArchRule> purity() {
    return Stream.of(
        in("url", "plan", "session", "handle")
            .should()
            .callMethodWhere(describe("it reads a clock", Purity::readsClock))
            .as("url, plan, session and handle read no clock: time is a parameter"),
        in("url", "plan", "session", "handle")
            .should()
            .dependOnClassesThat(describe("are threads", Purity::isThread))
            .as("url, plan, session and handle know no thread"),
        // A handler may lend its parsers out of a queue: it is called by many threads.
        in("url", "plan", "session")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.concurrent.."))
            .as("url, plan and session need no java.util.concurrent: their owner excludes"),
        in("url", "plan", "session", "handle")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.channels.."))
            .as("url, plan, session and handle know no socket"),
        in("url", "plan", "session", "handle")
            .should()
            .dependOnClassesThat(describe("are files", Purity::isFile))
            .as("url, plan, session and handle know no file"));
  }

  private Stream<ArchRule> places() {
    return Stream.of(
        outside("core.handle")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.jsoup.."))
            .as("only handle knows jsoup"),
        outside("http")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.hc.."))
            .as("only http knows Apache HttpClient"),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(root + ".core.plan.UrlFilter")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.google.re2j.."))
            .as("only UrlFilter knows RE2/J"),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(root + ".core.engine.MonotonicClock")
            .and()
            .doNotHaveFullyQualifiedName(root + ".cli.terminal.Terminal") // a log tells the time
            .and()
            .resideOutsideOfPackage(root + ".tck..")
            .should()
            .callMethodWhere(describe("it reads the wall clock", Purity::readsWallClock))
            .as("only MonotonicClock reads the wall clock, once: a step of it changes nothing"),
        outsideOfTls()
            .should()
            .dependOnClassesThat(describe("decide whom to trust", Purity::decidesOnTrust))
            .as("only Tls decides whom to trust"),
        outsideOfTls()
            .should()
            .callMethodWhere(describe("it trusts all", Purity::trustsAll))
            .as("only Tls can trust all"),
        outside("cli")
            .and()
            .doNotHaveFullyQualifiedName(root + ".processes.WorkerMain")
            .should(ACCESS_STANDARD_STREAMS)
            .as("only cli writes to standard streams, and a worker to its coordinator"),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(root + ".cli.Main")
            .and()
            .doNotHaveFullyQualifiedName(root + ".processes.WorkerMain")
            .and()
            .doNotHaveFullyQualifiedName(root + ".cli.compare.engine.EngineProcess")
            .should()
            .callMethod(System.class, "exit", int.class)
            .as("only a program's main class ends it"),
        outside("cli")
            .and()
            .doNotHaveFullyQualifiedName(root + ".processes.launch.LifeLine")
            .should()
            .callMethod(Runtime.class, "halt", int.class)
            .as("only cli may break it off, and who holds on to a life-line"),
        outside("tck")
            .should()
            .callMethodWhere(describe("it sleeps", Purity::sleeps))
            .as("only test servers sleep"));
  }

  private GivenClassesConjunction in(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            Stream.of(packages).map(name -> root + ".core." + name + "..").toArray(String[]::new));
  }

  private GivenClassesConjunction outside(String module) {
    return noClasses().that().resideOutsideOfPackage(root + "." + module + "..");
  }

  /// The one class of each client that asks whether certificates are to be verified. The kit has
  /// servers.
  private GivenClassesConjunction outsideOfTls() {
    return noClasses()
        .that()
        .doNotHaveSimpleName("Tls")
        .and()
        .resideOutsideOfPackage(root + ".tck..");
  }

  private static boolean decidesOnTrust(JavaClass type) {
    var name = type.getSimpleName();
    return name.endsWith("TrustManager")
        || name.endsWith("TrustManagerFactory")
        || name.endsWith("HostnameVerifier")
        || name.startsWith("TrustAll")
        || name.equals("TrustOptions");
  }

  private static boolean trustsAll(JavaCall<?> call) {
    return Set.of("setTrustAll", "setVerifyHost", "loadTrustMaterial").contains(call.getName());
  }

  private static boolean readsClock(JavaCall<?> call) {
    var owner = call.getTargetOwner();
    return switch (call.getName()) {
      case "nanoTime", "currentTimeMillis" -> owner.isEquivalentTo(System.class);
      case "now", "instant", "millis" -> owner.getPackageName().equals("java.time");
      default -> false;
    };
  }

  private static boolean readsWallClock(JavaCall<?> call) {
    var owner = call.getTargetOwner();
    return owner.isAssignableTo(InstantSource.class)
        ? owner.getPackageName().equals("java.time") && call.getName().startsWith("system")
        : readsClock(call) && !call.getName().equals("nanoTime");
  }

  private static boolean isThread(JavaClass type) {
    return type.isAssignableTo(Thread.class) || type.isEquivalentTo(ThreadLocal.class);
  }

  private static boolean isFile(JavaClass type) {
    return switch (type.getPackageName()) {
      case "java.io" -> !BYTES.contains(type.getFullName());
      default -> type.getPackageName().startsWith("java.nio.file");
    };
  }

  private static boolean sleeps(JavaCall<?> call) {
    return call.getName().equals("sleep")
        && (call.getTargetOwner().isAssignableTo(Thread.class)
            || call.getTargetOwner().getPackageName().startsWith("java.util.concurrent"));
  }
}
