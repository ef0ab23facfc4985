package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.Topology;
import dev.crawler.core.plan.CrawlPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/// Whether the crawl outlives its process, and where. *Immutable.*
public final class StateOptions {
  /// What says which records there are, and how they look. A crawl that goes on must have the same.
  private static final Set<String> TERMS =
      Set.of(
          "sitemap",
          "sitemaps",
          "format",
          "fields",
          "no-links",
          "depth",
          "scope",
          "include",
          "exclude",
          "allow-private",
          "robots",
          "max-pages",
          "max-host-pages",
          "max-redirects",
          "max-body",
          "user-agent",
          "header");

  /// May hold what nobody else is to read.
  private static final Set<String> SECRETS = Set.of("header", "sitemap");

  /// What would have to be kept as well, and is not.
  private static final List<String> APART = List.of("since", "warc", "cookie-jar");

  private final Setting<String> state =
      Setting.optional(
          "--state",
          "DIR",
          OptionText::text,
          "a folder to be made, from which the crawl can go on after its process; needs --output");
  private final Setting<Boolean> resume =
      Setting.flag(
          "--resume", "go on with the crawl in --state: same options; its input is not read again");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("State", state, resume);
  }

  /// The folder, if there is to be one.
  ///
  /// @throws CommandException when another option does not go with it
  public Optional<String> folder(
      ParseResult parsed, Collection<SettingGroup> all, CrawlEngine engine) {
    if (state.given(parsed).isEmpty()) {
      if (resumes(parsed)) {
        throw new CommandException(ExitCode.USAGE, "--resume needs --state DIR");
      }
      return Optional.empty();
    }
    for (var setting : settings(all)) {
      boolean isApart = APART.contains(setting.name()) && setting.given(parsed).isPresent();
      if (isApart || setting.name().equals("order") && value(setting, parsed).equals("INPUT")) {
        throw new CommandException(
            ExitCode.USAGE, "--state does not keep what --%s needs".formatted(setting.name()));
      }
    }
    if (!engine.keepsState()) {
      throw new CommandException(
          ExitCode.USAGE, "the engine %s keeps no --state".formatted(engine.name()));
    }
    return state.given(parsed);
  }

  /// Begins a crawl in a folder, or goes on with the one that is there.
  ///
  /// @throws CommandException when it cannot be kept, or cannot go on
  public KeptCrawl keep(
      String folder,
      ParseResult parsed,
      Collection<SettingGroup> all,
      CrawlPlan plan,
      OutputOptions output,
      CrawlEngine engine,
      Crew crew) {
    if (crew.topology() == Topology.CLIENT) {
      throw new CommandException(
          ExitCode.USAGE,
          "--state is for --topology grid: a cluster keeps its jobs itself, in memory");
    }
    boolean apart = engine.writesAtEnd();
    var terms = terms(parsed, all);
    terms.put("--engine", apart ? engine.name() : "of one process");
    var file = output.file(parsed);
    return resumes(parsed)
        ? KeptCrawl.resume(folder, terms, plan, file, apart)
        : KeptCrawl.begin(folder, terms, plan, file, output.recordFormat(parsed), apart);
  }

  /// Whether a crawl is to go on.
  public boolean resumes(ParseResult parsed) {
    return resume.in(parsed);
  }

  /// The options that a crawl that goes on must have in common with what it was, as `--name`, with
  /// their values.
  private static Map<String, String> terms(ParseResult parsed, Collection<SettingGroup> all) {
    var terms = new LinkedHashMap<String, String>();
    for (var setting : settings(all)) {
      if (TERMS.contains(setting.name())) {
        var value = value(setting, parsed);
        terms.put("--" + setting.name(), SECRETS.contains(setting.name()) ? hash(value) : value);
      }
    }
    return terms;
  }

  private static List<Setting<?>> settings(Collection<SettingGroup> groups) {
    return groups.stream().<Setting<?>>flatMap(group -> group.settings().stream()).toList();
  }

  private static <T> String value(Setting<T> setting, ParseResult parsed) {
    return setting.isRepeatable()
        ? setting.all(parsed).toString()
        : setting
            .given(parsed)
            .or(() -> setting.defaultText().map(setting::read))
            .map(String::valueOf)
            .orElse("");
  }

  private static String hash(String value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
