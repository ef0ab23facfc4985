package dev.crawler.cli.experiments.effort;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlFailedException;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.CrawlListener;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the stack says where a fault happens in a crawl. *Immutable.*
///
/// @param seam where: while a page is handled, or while it is fetched
/// @param frames all of them, the innermost first; empty when the fault is in another process
/// @param told messages of what the run ended with, its causes included
record Trace(String seam, List<StackTraceElement> frames, String told) {
  static final String HANDLING = "handling";
  static final String FETCHING = "fetching";

  private static final String OURS = "dev.crawler.";

  /// Methods of engines that ask the session what next, and go on with what it says.
  private static final Set<String> DECIDES = Set.of("take", "advance", "work", "lead");

  private static final List<String> NOT_OF_ENGINES =
      List.of("dev.crawler.core.", "dev.crawler.http.", "dev.crawler.cli.");

  /// A fault that keeps where it was thrown.
  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    Fault() {
      super("on purpose");
    }
  }

  Trace {
    frames = List.copyOf(frames);
  }

  /// Crawls a URL with a sink that fails.
  static Trace ofHandling(CrawlEngine engine, String url) throws InterruptedException {
    var fault = new AtomicReference<@Nullable Fault>();
    Sink sink =
        _ -> {
          throw keep(fault);
        };
    return of(HANDLING, engine, url, context(sink, NameResolver.SYSTEM), fault);
  }

  /// Crawls a URL with a name server that fails as nothing should.
  static Trace ofFetching(CrawlEngine engine, String url) throws InterruptedException {
    var fault = new AtomicReference<@Nullable Fault>();
    NameResolver names =
        _ -> {
          throw keep(fault);
        };
    return of(FETCHING, engine, url, context(_ -> {}, names), fault);
  }

  private static Fault keep(AtomicReference<@Nullable Fault> kept) {
    var fault = new Fault();
    kept.set(fault);
    return fault;
  }

  private static CrawlContext context(Sink sink, NameResolver names) {
    return new CrawlContext(sink, CrawlListener.NONE, MonotonicClock.start(), names);
  }

  private static Trace of(
      String seam,
      CrawlEngine engine,
      String url,
      CrawlContext context,
      AtomicReference<@Nullable Fault> fault)
      throws InterruptedException {
    var plan = CrawlPlan.of(url).allowPrivate(true).build();
    var told = "";
    try (var run = engine.start(plan, context)) {
      var _ = run.await();
    } catch (CrawlFailedException e) {
      told =
          Stream.iterate((Throwable) e, t -> t != null, Throwable::getCause)
              .map(String::valueOf)
              .reduce("", (a, b) -> a + b + "\n");
    }
    var kept = fault.get();
    return new Trace(seam, kept == null ? List.of() : List.of(kept.getStackTrace()), told);
  }

  /// How many frames there are.
  int depth() {
    return frames.size();
  }

  /// How many are of this project.
  int ours() {
    return (int) frames.stream().filter(frame -> frame.getClassName().startsWith(OURS)).count();
  }

  /// The methods of the engine itself, the innermost first: what names the stage.
  List<String> stages() {
    return frames.stream()
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .filter(frame -> NOT_OF_ENGINES.stream().noneMatch(frame.getClassName()::startsWith))
        .map(frame -> simple(frame.getClassName()) + "." + simple(frame.getMethodName()))
        .distinct()
        .toList();
  }

  /// Whether a method of this project says what was being done with the page.
  boolean namesStage() {
    var stage = seam.equals(HANDLING) ? "handle" : "fetch";
    return frames.stream()
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .filter(frame -> !frame.getClassName().startsWith(OURS + "cli."))
        .anyMatch(frame -> frame.getMethodName().toLowerCase(Locale.ROOT).contains(stage));
  }

  /// Whether the stack goes back to where the engine decided to fetch the page.
  boolean goesBack() {
    return stages().stream().anyMatch(one -> DECIDES.contains(one.replaceAll(".*\\.", "")));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1)
        .replaceAll("^lambda\\$(\\w+)\\$.*", "$1")
        .replaceAll("\\$\\$Lambda.*", "");
  }
}
