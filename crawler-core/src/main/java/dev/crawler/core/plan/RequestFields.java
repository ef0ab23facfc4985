package dev.crawler.core.plan;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Headers.Field;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The header fields of requests, the same whichever client sends them. Those of the settings
/// replace ours of the same name; credentials among them go to the origins that the user named and
/// to no other, whatever links and redirects lead there. *Immutable.*
///
/// @param common the same for all requests of a crawl
/// @param secret for origins that the user named
/// @param hostGiven whether the settings name a `Host`
public record RequestFields(List<Field> common, List<Field> secret, boolean hostGiven) {
  /// Names in lower case of what lets its holder in.
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "cookie", "proxy-authorization");

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
    addUnlessGiven(given, common, "Accept-Encoding", "gzip, deflate");
    addUnlessGiven(given, common, "Connection", "keep-alive");
    var secret = new ArrayList<Field>();
    given.fields().forEach(field -> (isCredential(field) ? secret : common).add(field));
    return new RequestFields(common, secret, given.first("Host").isPresent());
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
    return fields;
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
