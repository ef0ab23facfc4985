package dev.crawler.cli;

import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.ScopeKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Which URLs belong to the crawl. *Confined to the main thread.*
final class ScopeOptions {
  @Option(
      names = {"-d", "--depth"},
      paramLabel = "N",
      converter = OptionText.DepthText.class,
      description = "0: just the list; unlimited: every link in scope (default: 0)")
  private Depth depth = Depth.SEEDS;

  @Option(
      names = "--scope",
      paramLabel = "WHAT",
      converter = ScopeWord.class,
      description =
          "which discovered links belong: page (none), prefix, host, domain, any; relative to the "
              + "seeds (default: host)")
  private ScopeKind scope = ScopeKind.HOST;

  @Option(
      names = "--include",
      paramLabel = "RX",
      description = "only URLs in which this is found; RE2 syntax; repeatable")
  private final List<String> includes = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "RX",
      description = "no URLs in which this is found; RE2 syntax; repeatable")
  private final List<String> excludes = new ArrayList<>();

  @Option(
      names = "--allow-private",
      description = "let discovered links and redirects lead to private addresses")
  private boolean allowPrivate;

  /// Puts the choices into a plan.
  void applyTo(CrawlPlanBuilder plan) {
    plan.depth(depth).scope(scope).filter(includes, excludes).allowPrivate(allowPrivate);
  }

  /// Reads a [ScopeKind].
  static final class ScopeWord extends OptionText.Word<ScopeKind> {
    ScopeWord() {
      super(ScopeKind.class);
    }
  }
}
