package dev.crawler.core.session;

import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.Origin;
import dev.crawler.core.url.UrlResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the seeds of a crawl say beyond themselves: which origins the user named, with what
/// credentials, and how far the scope reaches. All shards of a crawl have the same one. *Confined
/// to its session; several sessions may share it once it is complete.*
public final class Charter {
  private final ScopeKind kind;
  private final Scope scope;
  private final Map<Origin, String> named = new HashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /// That of no seeds yet.
  ///
  /// @param kind by what the scope is measured
  public Charter(ScopeKind kind) {
    this.kind = kind;
    this.scope = Scope.of(kind);
  }

  /// A URL by which others are judged, cut down to what matters of it. *Immutable.*
  ///
  /// @param url credentials included
  /// @param named whether the user named something of its origin
  /// @param reached whether the scope reaches there
  public record Place(CrawlUrl url, boolean named, boolean reached) {
    private Place and(Place other) {
      return new Place(url, named || other.named, reached || other.reached);
    }
  }

  /// Takes in a seed that the user named.
  public void add(CrawlUrl seed) {
    add(new Place(seed, true, true));
  }

  /// Takes in a seed, or a place of another charter.
  public void add(Place place) {
    var url = place.url();
    if (place.named()) {
      named.merge(url.origin(), authorization(url), (a, b) -> a.isEmpty() ? b : a);
    }
    if (place.reached()) {
      scope.include(url, url.hostKey());
    }
    if (url.resolve(kind == ScopeKind.PREFIX ? "." : "/") instanceof UrlResult.Valid(var cut)) {
      places.merge(cut.href(), new Place(cut, place.named(), place.reached()), (a, b) -> a.and(b));
    }
  }

  /// All of them: another charter that takes these in is the same as this one.
  public Collection<Place> places() {
    return places.values();
  }

  Scope scope() {
    return scope;
  }

  void introduce(OriginState origin) {
    var authorization = named.get(origin.origin());
    if (authorization != null) {
      origin.nameSeed(authorization);
    }
  }

  /// HTTP Basic (RFC 7617 section 2) from a URL's user information.
  static String authorization(CrawlUrl url) {
    var userInfo = url.userInfo();
    if (userInfo.isEmpty()) {
      return "";
    }
    var bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
