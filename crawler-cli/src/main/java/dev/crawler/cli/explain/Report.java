package dev.crawler.cli.explain;

import dev.crawler.cli.explain.Explanation.Reading;
import dev.crawler.cli.terminal.Figures;
import dev.crawler.cli.terminal.Printable;
import dev.crawler.core.handle.RobotsPassage;
import dev.crawler.core.session.Admission;
import dev.crawler.core.url.CrawlUrl;
import java.util.Locale;
import java.util.Optional;

/// An explanation for a person: a line for each rule, in the order in which a session asks them,
/// and the verdict at the end. *Confined to one thread.*
public final class Report {
  private final Explanation explanation;
  private final Findings findings;
  private final StringBuilder text = new StringBuilder();

  private Report(Explanation explanation) {
    this.explanation = explanation;
    this.findings = explanation.findings();
  }

  /// The lines, without what could harm a terminal.
  public static String of(Explanation explanation) {
    var report = new Report(explanation);
    report.line("given", explanation.given());
    switch (explanation.reading()) {
      case Reading.Nothing(var why) -> report.line("no URL", why);
      case Reading.Url(var url, var admission) -> report.url(url, admission);
    }
    report.line("verdict", verdict(report.findings.ruling()));
    return report.text.toString();
  }

  private void url(CrawlUrl url, Admission admission) {
    var request = url.request();
    line("request", request.href());
    line("key", request.key().equals(request.href()) ? "the same" : request.key());
    Normalisation.of(url).forEach(change -> line("", change));
    line("host", url.hostKey().value());
    line("seed", admission.seed() ? "yes" : "no; taken to be linked from one");
    line("scope", scope(admission));
    line("include", include(admission));
    line(
        "exclude",
        admission.exclude().map(p -> "'" + p + "' is found in it").orElse("none is found in it"));
    line("trap", admission.trap().orElse("no"));
    addresses();
    robots();
    delay();
  }

  private String scope(Admission admission) {
    var scope = explanation.plan().scope();
    var kind = scope.name().toLowerCase(Locale.ROOT);
    if (admission.seed()) {
      return kind + "; a seed belongs whatever the scope";
    }
    return switch (scope) {
      case ANY -> kind + "; all belong";
      case PAGE -> kind + "; the seeds alone belong";
      case PREFIX, HOST, DOMAIN -> kind + match(admission);
    };
  }

  private static String match(Admission admission) {
    return admission
        .match()
        .flatMap(match -> admission.matchedSeed().map(seed -> match + ", that of seed " + seed))
        .map(match -> " " + match)
        .orElse("; that of no seed");
  }

  private String include(Admission admission) {
    boolean given = explanation.plan().filter().hasIncludes();
    return admission
        .include()
        .map(pattern -> "'" + pattern + "' is found in it")
        .orElse(given ? "none is found in it" : "none is given");
  }

  private void addresses() {
    for (var address : findings.addresses()) {
      line(
          "address",
          address.text() + ", " + address.objection().map(this::lifted).orElse("public"));
    }
    if (findings.addresses().isEmpty()) {
      boolean unknown = findings.ruling() instanceof Ruling.Failed;
      line("address", unknown ? "none is found" : "not looked up");
    }
  }

  private String lifted(String objection) {
    if (!findings.mayBePrivate()) {
      return objection + ": forbidden";
    }
    return objection
        + (explanation.plan().allowPrivate()
            ? ": allowed by --allow-private"
            : ": allowed, since its origin was named as a seed");
  }

  private void robots() {
    for (var answer : findings.robots()) {
      line("robots", answer.url() + ": " + answer.came() + ", " + answer.means());
    }
    if (findings.robots().isEmpty()) {
      boolean ignored = !explanation.plan().politeness().obeyRobots();
      line("robots", ignored ? "ignored" : "not asked for");
    }
    explanation
        .lastAnswer()
        .filter(RobotsAnswer::binds)
        .map(RobotsAnswer::passage)
        .ifPresent(passage -> {
          line("agent", line(passage.agent(), "no group is for us"));
          line("rule", line(passage.rule(), "none matches"));
        });
  }

  private static String line(Optional<RobotsPassage.Line> line, String otherwise) {
    return line.map(found -> "line " + found.number() + ": " + found.text()).orElse(otherwise);
  }

  private void delay() {
    var asked = explanation.crawlDelay().map(Figures::seconds);
    line(
        "delay",
        Figures.seconds(explanation.delay())
            + asked.map(delay -> ", where robots.txt asks for " + delay).orElse(""));
  }

  private static String verdict(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Fetched() -> "would be fetched";
      case Ruling.Excluded(var reason) -> "excluded: " + reason.label();
      case Ruling.Failed(var reason) -> "failed: " + reason.label();
      case Ruling.OutOfScope() -> "out of scope: counted, without a record";
      case Ruling.NotFound() -> "not found: no seed is fetched that might link to it";
    };
  }

  private void line(String name, String value) {
    text.append(Printable.of("%-8s %s".formatted(name, value))).append('\n');
  }
}
