package dev.crawler.http;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/// The header fields of requests. Those of the settings replace ours of the same name. The client
/// adds `Connection: keep-alive` and nothing else. *Immutable.*
///
/// @param common the same for all requests of a crawl
/// @param hostGiven whether the settings name a `Host`
record RequestHeaders(List<Header> common, boolean hostGiven) {
  /// Those of the settings.
  static RequestHeaders of(HttpSettings settings) {
    var given = settings.headers();
    var common = new ArrayList<Header>();
    addUnlessGiven(given, common, "User-Agent", settings.userAgent());
    addUnlessGiven(given, common, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    addUnlessGiven(given, common, "Accept-Encoding", "gzip, deflate");
    for (var field : given.fields()) {
      common.add(new BasicHeader(field.name(), field.value()));
    }
    return new RequestHeaders(List.copyOf(common), given.first("Host").isPresent());
  }

  /// The request of a task, cancelled with its exchange.
  PageRequest request(FetchTask task, Exchange exchange) {
    var url = task.link().url();
    var request = new PageRequest(task, exchange.cancellation());
    if (!hostGiven) {
      request.addHeader(new BasicHeader("Host", hostAndPort(url)));
    }
    common.forEach(request::addHeader);
    if (!task.authorization().isEmpty()) {
      request.addHeader(new BasicHeader("Authorization", task.authorization()));
    }
    return request;
  }

  private static String hostAndPort(CrawlUrl url) {
    int standard = url.scheme().equals("https") ? 443 : 80;
    return url.port() == standard ? url.host() : url.host() + ":" + url.port();
  }

  private static void addUnlessGiven(
      Headers given, List<Header> common, String name, String value) {
    if (given.first(name).isEmpty()) {
      common.add(new BasicHeader(name, value));
    }
  }
}
