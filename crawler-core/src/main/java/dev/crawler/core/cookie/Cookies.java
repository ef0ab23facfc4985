package dev.crawler.core.cookie;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.CookieJar;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.url.CrawlUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The cookies of a crawl, for all its engines alike (RFC 6265 section 5). Of a domain 50 are kept,
/// 3,000 in all, and of those beyond, the one goes that was used longest ago. *Thread-safe.*
public final class Cookies implements CookieJar {
  private static final int MOST_OF_DOMAIN = 50;
  private static final int MOST = 3_000;

  /// The most specific first, then the oldest (RFC 6265 section 5.4).
  private static final Comparator<Kept> ORDER =
      Comparator.<Kept>comparingInt(kept -> -kept.cookie.path().length())
          .thenComparingLong(kept -> kept.created);

  private final InstantSource clock;
  private final Map<String, Map<Cookie.Key, Kept>> byDomain = new HashMap<>();
  private int count;
  private long ticks;

  /// A cookie with its age. *Guarded by the jar.*
  private static final class Kept {
    private final Cookie cookie;
    private final long created;
    private long used;

    Kept(Cookie cookie, long created, long used) {
      this.cookie = cookie;
      this.created = created;
      this.used = used;
    }
  }

  /// None yet.
  public Cookies(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized String cookiesFor(CrawlUrl url) {
    if (count == 0) {
      return "";
    }
    var found = matching(url);
    if (found.isEmpty()) {
      return "";
    }
    found.sort(ORDER);
    ticks++;
    found.forEach(kept -> kept.used = ticks);
    return found.stream()
        .map(kept -> kept.cookie.name() + "=" + kept.cookie.value())
        .collect(Collectors.joining("; "));
  }

  @Override
  public void take(CrawlUrl url, Headers answer) {
    for (var field : answer.fields()) {
      if (field.name().equalsIgnoreCase("Set-Cookie")) {
        take(url, field.value());
      }
    }
  }

  private void take(CrawlUrl url, String field) {
    boolean overTls = url.scheme().equals("https");
    SetCookie.parse(field, clock.instant())
        .flatMap(said -> said.from(AddressBook.nameOf(url), url.path(), overTls))
        .ifPresent(cookie -> keep(cookie, overTls));
  }

  /// All that is not expired, in no particular order.
  synchronized List<Cookie> all() {
    var now = clock.instant();
    return byDomain.values().stream()
        .flatMap(domain -> domain.values().stream())
        .map(kept -> kept.cookie)
        .filter(cookie -> !cookie.isExpired(now))
        .toList();
  }

  /// Takes in a cookie in the place of its predecessor, or deletes that.
  ///
  /// @param overTls whether it came so that it may replace one that is for TLS alone (RFC 6265bis
  ///   section 5.7)
  synchronized void keep(Cookie cookie, boolean overTls) {
    var now = clock.instant();
    if (!overTls && isOverlaid(cookie)) {
      return;
    }
    var domain = byDomain.computeIfAbsent(cookie.domain(), _ -> new LinkedHashMap<>());
    var before = domain.remove(cookie.key());
    count -= before == null ? 0 : 1;
    if (!cookie.isExpired(now)) {
      ticks++;
      long created = before == null ? ticks : before.created;
      domain.put(cookie.key(), new Kept(cookie, created, ticks));
      count++;
    }
    makeRoom(domain, cookie.domain(), now);
  }

  private boolean isOverlaid(Cookie cookie) {
    return above(cookie.domain()).stream()
        .anyMatch(kept ->
            kept.cookie.secure()
                && kept.cookie.name().equals(cookie.name())
                && CookiePath.matches(kept.cookie.path(), cookie.path()));
  }

  private void makeRoom(Map<Cookie.Key, Kept> domain, String name, Instant now) {
    if (domain.size() > MOST_OF_DOMAIN) {
      forgetOne(domain.values(), now);
    }
    if (domain.isEmpty()) {
      byDomain.remove(name);
    }
    if (count > MOST) {
      forgetOne(byDomain.values().stream().flatMap(each -> each.values().stream()).toList(), now);
    }
  }

  /// Forgets one that has expired, or the one that was used longest ago.
  private void forgetOne(Collection<Kept> some, Instant now) {
    var first =
        some.stream()
            .min(
                Comparator.<Kept, Boolean>comparing(kept -> !kept.cookie.isExpired(now))
                    .thenComparingLong(kept -> kept.used))
            .orElseThrow();
    var domain = byDomain.getOrDefault(first.cookie.domain(), Map.of());
    domain.remove(first.cookie.key());
    count--;
    if (domain.isEmpty()) {
      byDomain.remove(first.cookie.domain());
    }
  }

  private List<Kept> matching(CrawlUrl url) {
    var now = clock.instant();
    var host = AddressBook.nameOf(url);
    var path = url.path();
    boolean overTls = url.scheme().equals("https");
    var found = new ArrayList<Kept>();
    for (var kept : above(host)) {
      if (kept.cookie.matches(host, path, overTls) && !kept.cookie.isExpired(now)) {
        found.add(kept);
      }
    }
    return found;
  }

  /// Those of a host and of the domains that it lies in.
  private List<Kept> above(String host) {
    var found = new ArrayList<>(byDomain.getOrDefault(host, Map.of()).values());
    if (!AddressBook.isLiteral(host)) {
      for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        found.addAll(byDomain.getOrDefault(host.substring(dot + 1), Map.of()).values());
      }
    }
    return found;
  }
}
