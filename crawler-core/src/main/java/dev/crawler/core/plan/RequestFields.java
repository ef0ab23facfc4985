package dev.crawler.core.plan;

import dev.crawler.core.fetch.ContentCoding;
import dev.crawler.core.fetch.CookieJar;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Headers.Field;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The header fields of requests, the same whichever client sends them. Those of the settings
/// replace ours of the same name; credentials among them go to the origins that the user named and
/// to no other, whatever links and redirects lead there. *Immutable.*
///
/// @param common the same for all requests of a crawl
/// @param secret for origins that the user named
/// @param hostGiven whether the settings name a `Host`
/// @param proxy what requests go through, if anything
/// @param cookies asked for each request
public record RequestFields(
    List<Field> common,
    List<Field> secret,
    boolean hostGiven,
    Optional<ProxyServer> proxy,
    CookieJar cookies) {
  /// Names in lower case of what lets its holder in.
  private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");

  /// Copies the lists.
  public RequestFields {
    common = List.copyOf(common);
    secret = List.copyOf(secret);
  }

  /// Those of the settings.
  public static RequestFields of(HttpSettings settings) {
    var given = settings.headers();
    var common = new ArrayList<Field>();
    addUnlessGiven(given, common, "User-Agent", settings.userAgent());
    addUnlessGiven(given, common, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    addUnlessGiven(given, common, "Accept-Encoding", ContentCoding.ACCEPTED);
    addUnlessGiven(given, common, "Connection", "keep-alive");
    var secret = new ArrayList<Field>();
    given.fields().forEach(field -> (isCredential(field) ? secret : common).add(field));
    return new RequestFields(
        common, secret, given.first("Host").isPresent(), settings.proxy(), settings.cookies());
  }

  /// What a task asks for, byte for byte: a path, or the whole URL where a proxy must know it (RFC
  /// 9112 section 3.2.2). Through a tunnel it is the path too.
  public String target(FetchTask task) {
    var url = task.link().url();
    return isForProxy(url) ? url.href() : url.pathAndQuery();
  }

  /// All fields of the request of a task, in the order to send them.
  public List<Field> of(FetchTask task) {
    var fields = new ArrayList<Field>(common.size() + secret.size() + 2);
    if (!hostGiven) {
      fields.add(new Field("Host", hostAndPort(task.link().url())));
    }
    fields.addAll(common);
    if (task.isNamed()) {
      addSecrets(task, fields);
    }
    if (isForProxy(task.link().url()) && !proxy.orElseThrow().authorization().isEmpty()) {
      fields.add(new Field("Proxy-Authorization", proxy.orElseThrow().authorization()));
    }
    addCookies(task, fields);
    if (task.isConditional()) {
      addConditions(fields, task.validators());
    }
    return fields;
  }

  /// A `Cookie` of the settings goes out as it is: two of them are not allowed (RFC 6265 section
  /// 5.4).
  private void addCookies(FetchTask task, List<Field> fields) {
    var value = cookies.cookiesFor(task.link().url());
    if (!value.isEmpty() && fields.stream().noneMatch(RequestFields::isCookie)) {
      fields.add(new Field("Cookie", value));
    }
  }

  private static boolean isCookie(Field field) {
    return field.name().equalsIgnoreCase("Cookie");
  }

  private boolean isForProxy(CrawlUrl url) {
    return proxy.isPresent() && url.scheme().equals("http");
  }

  /// What a seed says in its URL counts before what was said for all.
  private void addSecrets(FetchTask task, List<Field> fields) {
    boolean authorized = !task.authorization().isEmpty();
    for (var field : secret) {
      if (!authorized || !field.name().equalsIgnoreCase("Authorization")) {
        fields.add(field);
      }
    }
    if (authorized) {
      fields.add(new Field("Authorization", task.authorization()));
    }
  }

  private static boolean isCredential(Field field) {
    return CREDENTIALS.contains(field.name().toLowerCase(Locale.ROOT));
  }

  /// Both where there are both: a server that knows entity tags ignores the date (RFC 9110 section
  /// 13.1.3).
  private static void addConditions(List<Field> fields, Validators validators) {
    if (validators.etag() != null) {
      fields.add(new Field("If-None-Match", validators.etag()));
    }
    if (validators.lastModified() != null) {
      fields.add(new Field("If-Modified-Since", validators.lastModified()));
    }
  }

  private static String hostAndPort(CrawlUrl url) {
    int standard = url.scheme().equals("https") ? 443 : 80;
    return url.port() == standard ? url.host() : url.host() + ":" + url.port();
  }

  private static void addUnlessGiven(Headers given, List<Field> common, String name, String value) {
    if (given.first(name).isEmpty()) {
      common.add(new Field(name, value));
    }
  }
}
