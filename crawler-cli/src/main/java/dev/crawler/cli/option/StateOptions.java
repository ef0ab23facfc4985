package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.engine.Topology;
import dev.crawler.core.journal.StateFolder;
import dev.crawler.core.plan.CrawlPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
      if (isApart || setting.name().equals("order") && value(setting, parsed).equals("input")) {
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
    var words = KeptWords.of(parsed, settings(all));
    var state =
        new StateFolder(Path.of(folder), terms, words, plan.isLevelled(), MonotonicClock.start());
    var format = output.recordFormat(parsed);
    return KeptCrawl.open(state, output.file(parsed), format, apart, resumes(parsed));
  }

  /// Options of the crawl that is to go on, as far as they are not given anew.
  ///
  /// @throws CommandException when what is there is not the state of a crawl
  public List<String> remembered(ParseResult parsed, Collection<SettingGroup> all) {
    return state
        .given(parsed)
        .filter(_ -> resumes(parsed))
        .map(folder -> KeptWords.remembered(folder, parsed, settings(all)))
        .orElse(List.of());
  }

  /// Whether the input is to be read: by a crawl that begins, and by one that goes on and has not
  /// come so far.
  public boolean readsInput(ParseResult parsed) {
    return !resumes(parsed)
        || state
            .given(parsed)
            .flatMap(KeptWords::beginning)
            .filter(beginning -> !beginning.isComplete())
            .isPresent();
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
            .map(StateOptions::text)
            .orElse("");
  }

  private static String text(Object value) {
    return value instanceof Enum<?> word
        ? word.name().toLowerCase(Locale.ROOT)
        : String.valueOf(value);
  }

  private static String hash(String value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return "sha256:"
          + HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
