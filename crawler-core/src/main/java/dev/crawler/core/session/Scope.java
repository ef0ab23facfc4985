package dev.crawler.core.session;

import crawlercommons.domains.EffectiveTldFinder;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which discovered URLs belong, relative to the seeds. All seeds are named before the first
/// question. *Confined to its session.*
sealed interface Scope {
  /// Widens the scope by a seed on that host.
  void include(CrawlUrl seed, HostKey host);

  /// What the URL has in common with a seed, as the scope sees it, or null when it does not belong.
  @Nullable String match(CrawlUrl url);

  default boolean admits(CrawlUrl url) {
    return match(url) != null;
  }

  static Scope of(ScopeKind kind) {
    return switch (kind) {
      case PAGE -> new Fixed(null);
      case PREFIX -> new Prefixes(new HashSet<>());
      case HOST -> new Hosts(new HashSet<>());
      case DOMAIN -> new Domains(new HashSet<>());
      case ANY -> new Fixed("any");
    };
  }

  /// The same for all.
  record Fixed(@Nullable String answer) implements Scope {
    @Override
    public void include(CrawlUrl seed, HostKey host) {}

    @Override
    public @Nullable String match(CrawlUrl url) {
      return answer;
    }
  }

  /// Seeds up to their last slash.
  record Prefixes(Set<String> prefixes) implements Scope {
    @Override
    public void include(CrawlUrl seed, HostKey host) {
      var path = seed.path();
      prefixes.add(seed.origin() + path.substring(0, path.lastIndexOf('/') + 1));
    }

    @Override
    public @Nullable String match(CrawlUrl url) {
      var origin = url.origin().toString();
      var path = url.path();
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        var prefix = origin + path.substring(0, slash + 1);
        if (prefixes.contains(prefix)) {
          return prefix;
        }
      }
      return null;
    }
  }

  /// Hosts of seeds, as politeness knows them: http and https alike.
  record Hosts(Set<HostKey> hosts) implements Scope {
    @Override
    public void include(CrawlUrl seed, HostKey host) {
      hosts.add(host);
    }

    @Override
    public @Nullable String match(CrawlUrl url) {
      var host = url.hostKey();
      return hosts.contains(host) ? host.value() : null;
    }
  }

  /// Registrable domains of seeds after the public suffix list; a host without one, such as an
  /// address, stands for itself.
  record Domains(Set<String> domains) implements Scope {
    @Override
    public void include(CrawlUrl seed, HostKey host) {
      domains.add(registrable(seed));
    }

    @Override
    public @Nullable String match(CrawlUrl url) {
      var domain = registrable(url);
      return domains.contains(domain) ? domain : null;
    }

    private static String registrable(CrawlUrl url) {
      var host = url.host();
      var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
      if (isAddress(name)) {
        return name;
      }
      var domain = EffectiveTldFinder.getAssignedDomain(name, true, false);
      return domain == null ? name : domain;
    }

    /// A host that ends in a number is an IPv4 address by the URL Standard.
    private static boolean isAddress(String host) {
      var last = host.substring(host.lastIndexOf('.') + 1);
      return host.startsWith("[") || last.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }
}
