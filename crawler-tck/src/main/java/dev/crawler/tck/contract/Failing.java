package dev.crawler.tck.contract;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Archive;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import dev.crawler.tck.torture.Countdown;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Collaborators of a run, one of which fails at one call. Keeps the URLs of the records that were
/// taken. *Thread-safe.*
final class Failing implements Sink {
  private final With with;
  private final Throwable thrown;
  private final Countdown records;
  private final List<String> urls = new CopyOnWriteArrayList<>();

  /// What kind of failure.
  enum With {
    IO,
    RUNTIME,
    ERROR
  }

  /// @param records how many are taken
  Failing(With with, Countdown records) {
    this.with = with;
    this.records = records;
    this.thrown =
        switch (with) {
          case IO -> new UnknownHostException("failed on purpose");
          case RUNTIME -> new IllegalStateException("failed on purpose");
          case ERROR -> new LinkageError("failed on purpose");
        };
  }

  /// What is thrown, by whichever fails.
  Throwable thrown() {
    return thrown;
  }

  /// Those of the records that were taken.
  List<String> urls() {
    return urls;
  }

  CrawlContext context() {
    return Crawl.context(this);
  }

  @Override
  public void write(PageRecord page) throws IOException {
    if (records.isUp()) {
      fail();
    }
    urls.add(page.url());
  }

  NameResolver names(Countdown lookUps) {
    var literal = new LiteralNames();
    return host -> {
      if (lookUps.isUp()) {
        failToFind();
      }
      return literal.resolve(host);
    };
  }

  Archive archive(Countdown answers) {
    return (_, _, _) -> {
      if (answers.isUp()) {
        fail();
      }
    };
  }

  private void failToFind() throws UnknownHostException {
    try {
      fail();
    } catch (UnknownHostException e) {
      throw e;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void fail() throws IOException {
    switch (with) {
      case IO -> throw (IOException) thrown;
      case RUNTIME -> throw (RuntimeException) thrown;
      case ERROR -> throw (Error) thrown;
    }
  }

  /// What a crawl failed with, or null when it ended well.
  ///
  /// @throws java.util.concurrent.TimeoutException when it does not end
  static @Nullable Throwable endOf(
      CrawlEngine engine, CrawlPlan plan, CrawlContext context, Duration patience)
      throws Exception {
    try (var run = new PatientRun(engine.start(plan, context), patience)) {
      var _ =
          run.completion().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
