package dev.crawler.core.plan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `--include` and `--exclude`: found anywhere in the request URL. RE2 syntax, linear time whatever
/// the pattern. *Thread-safe.*
public final class UrlFilter {
  /// Admits everything.
  public static final UrlFilter ALL = of(List.of(), List.of());

  private final List<Pattern> includes;
  private final List<Pattern> excludes;

  private UrlFilter(List<Pattern> includes, List<Pattern> excludes) {
    this.includes = includes;
    this.excludes = excludes;
  }

  /// Compiles the patterns.
  ///
  /// @throws IllegalArgumentException naming the pattern and what is wrong with it
  public static UrlFilter of(List<String> includes, List<String> excludes) {
    return new UrlFilter(
        includes.stream().map(UrlFilter::compile).toList(),
        excludes.stream().map(UrlFilter::compile).toList());
  }

  /// The patterns of which one must be found, as they were given.
  public List<String> includes() {
    return includes.stream().map(Pattern::pattern).toList();
  }

  /// The patterns of which none may be found, as they were given.
  public List<String> excludes() {
    return excludes.stream().map(Pattern::pattern).toList();
  }

  /// Whether some include (when there are any) and no exclude is found in the URL.
  public boolean admits(CrawlUrl url) {
    var text = url.href();
    return (includes.isEmpty() || first(includes, text) != null) && first(excludes, text) == null;
  }

  /// Whether only URLs with an include are admitted.
  public boolean hasIncludes() {
    return !includes.isEmpty();
  }

  /// The first include that is found in the URL.
  public Optional<String> include(CrawlUrl url) {
    return Optional.ofNullable(first(includes, url.href())).map(Pattern::pattern);
  }

  /// The first exclude that is found in the URL.
  public Optional<String> exclude(CrawlUrl url) {
    return Optional.ofNullable(first(excludes, url.href())).map(Pattern::pattern);
  }

  private static @Nullable Pattern first(List<Pattern> patterns, String text) {
    for (var pattern : patterns) {
      if (pattern.matcher(text).find()) {
        return pattern;
      }
    }
    return null;
  }

  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "not a pattern: " + pattern + ": " + e.getDescription(), e);
    }
  }
}
