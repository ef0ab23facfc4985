package dev.crawler.core.plan;

import dev.crawler.core.fetch.ContentCoding;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Headers.Field;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;

/// The header fields of requests, the same whichever client sends them. Those of the settings
/// replace ours of the same name. *Immutable.*
///
/// @param common the same for all requests of a crawl
/// @param hostGiven whether the settings name a `Host`
public record RequestFields(List<Field> common, boolean hostGiven) {
  /// Copies the list.
  public RequestFields {
    common = List.copyOf(common);
  }

  /// Those of the settings.
  public static RequestFields of(HttpSettings settings) {
    var given = settings.headers();
    var common = new ArrayList<Field>();
    addUnlessGiven(given, common, "User-Agent", settings.userAgent());
    addUnlessGiven(given, common, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    addUnlessGiven(given, common, "Accept-Encoding", ContentCoding.ACCEPTED);
    addUnlessGiven(given, common, "Connection", "keep-alive");
    common.addAll(given.fields());
    return new RequestFields(common, given.first("Host").isPresent());
  }

  /// All fields of the request of a task, in the order to send them.
  public List<Field> of(FetchTask task) {
    var fields = new ArrayList<Field>(common.size() + 2);
    if (!hostGiven) {
      fields.add(new Field("Host", hostAndPort(task.link().url())));
    }
    fields.addAll(common);
    if (!task.authorization().isEmpty()) {
      fields.add(new Field("Authorization", task.authorization()));
    }
    if (task.isConditional()) {
      addConditions(fields, task.validators());
    }
    return fields;
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
