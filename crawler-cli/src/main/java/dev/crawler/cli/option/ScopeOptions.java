package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.plan.UrlFilter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/// Which URLs belong to the crawl. *Immutable.*
public final class ScopeOptions {
  private static final Function<String, String> PATTERN =
      OptionText.checked(OptionText::text, pattern -> UrlFilter.of(List.of(pattern), List.of()));

  private final Setting<Depth> depth =
      Setting.of(
          "-d, --depth",
          "N",
          OptionText::depth,
          "0",
          "0: just the list; unlimited: every link in scope");
  private final Setting<ScopeKind> scope =
      Setting.of(
          "--scope",
          "WHAT",
          OptionText.word(ScopeKind.class),
          "host",
          "which discovered links belong: page (none), prefix, host, domain, any; relative to the "
              + "seeds");
  private final Setting<String> include =
      Setting.repeatable(
          "--include", "RX", PATTERN, "only URLs in which this is found; RE2 syntax");
  private final Setting<String> exclude =
      Setting.repeatable("--exclude", "RX", PATTERN, "no URLs in which this is found; RE2 syntax");
  private final Setting<Boolean> allowPrivate =
      Setting.flag(
          "--allow-private", "let discovered links and redirects lead to private addresses");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Scope", depth, scope, include, exclude, allowPrivate);
  }

  /// How far from the seeds.
  public Depth depth(ParseResult parsed) {
    return depth.in(parsed);
  }

  /// Puts the choices into a plan.
  public void apply(ParseResult parsed, CrawlPlanBuilder plan) {
    plan.depth(depth.in(parsed))
        .scope(scope.in(parsed))
        .filter(include.all(parsed), exclude.all(parsed))
        .allowPrivate(allowPrivate.in(parsed));
  }
}
