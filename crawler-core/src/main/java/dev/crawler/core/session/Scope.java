package dev.crawler.core.session;

import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import java.util.HashSet;
import java.util.Set;

/// Which discovered URLs belong, relative to the seeds. All seeds are named before the first
/// question. *Confined to its session.*
sealed interface Scope {
  /// Widens the scope by a seed on that host.
  void include(CrawlUrl seed, HostKey host);

  boolean admits(CrawlUrl url);

  static Scope of(ScopeKind kind) {
    return switch (kind) {
      case PAGE -> new Fixed(false);
      case PREFIX -> new Prefixes(new HashSet<>());
      case HOST -> new Hosts(new HashSet<>());
      case DOMAIN -> new Domains(new HashSet<>());
      case ANY -> new Fixed(true);
    };
  }

  /// The same for all.
  record Fixed(boolean answer) implements Scope {
    @Override
    public void include(CrawlUrl seed, HostKey host) {}

    @Override
    public boolean admits(CrawlUrl url) {
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
    public boolean admits(CrawlUrl url) {
      var origin = url.origin().toString();
      var path = url.path();
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        if (prefixes.contains(origin + path.substring(0, slash + 1))) {
          return true;
        }
      }
      return false;
    }
  }

  /// Hosts of seeds, as politeness knows them: http and https alike.
  record Hosts(Set<HostKey> hosts) implements Scope {
    @Override
    public void include(CrawlUrl seed, HostKey host) {
      hosts.add(host);
    }

    @Override
    public boolean admits(CrawlUrl url) {
      return hosts.contains(url.hostKey());
    }
  }

  /// Registrable domains of seeds after the public suffix list; a host without one, such as an
  /// address, stands for itself.
  record Domains(Set<String> domains) implements Scope {
    @Override
    public void include(CrawlUrl seed, HostKey host) {
      domains.add(RegistrableDomain.of(seed));
    }

    @Override
    public boolean admits(CrawlUrl url) {
      return domains.contains(RegistrableDomain.of(url));
    }
  }
}
