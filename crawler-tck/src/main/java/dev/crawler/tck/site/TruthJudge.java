package dev.crawler.tck.site;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Holds the records of a crawl against the truth about its site. *Immutable.*
///
/// @param truth of the site for that plan
/// @param crawl the plan that it was crawled by
public record TruthJudge(Truth truth, CrawlPlan crawl) {
  /// What was wrong, one line each; empty when nothing was.
  public List<String> complaints(List<PageRecord> pages) {
    var complaints = new ArrayList<String>();
    var byKey = new HashMap<String, PageRecord>();
    for (var page : pages) {
      if (byKey.put(key(page.url()), page) != null) {
        complaints.add("recorded twice: " + page.url());
      }
    }
    byKey.keySet().stream()
        .filter(key -> !truth.records().containsKey(key))
        .forEach(key -> complaints.add("should not be recorded: " + byKey.get(key)));
    truth
        .records()
        .forEach((key, expected) -> {
          var page = byKey.get(key);
          if (page == null) {
            complaints.add("missing: " + expected);
          } else {
            compare(expected, page, complaints);
          }
        });
    return complaints;
  }

  private void compare(Expected expected, PageRecord page, List<String> complaints) {
    var should = fields(expected);
    var is = fields(page);
    should.forEach((field, value) -> {
      if (!Objects.equals(value, is.get(field))) {
        complaints.add(
            "%s: %s should be %s, is %s".formatted(expected.key(), field, value, is.get(field)));
      }
    });
  }

  private Map<String, @Nullable Object> fields(Expected expected) {
    var fields = new HashMap<String, @Nullable Object>();
    fields.put("outcome", expected.outcome());
    fields.put("reason", expected.reason());
    fields.put("status", expected.status());
    fields.put("redirect_to", expected.redirectTo());
    if (isExact()) {
      fields.put("depth", expected.depth());
      fields.put("referrer", expected.referrer());
    }
    var page = expected.page();
    if (page != null) {
      fields.put("bytes", page.bytes());
      fields.put("title", page.title());
      fields.put("links", page.links());
      fields.put("charset", page.charset());
    }
    return fields;
  }

  private static Map<String, @Nullable Object> fields(PageRecord page) {
    var fields = new HashMap<String, @Nullable Object>();
    fields.put("outcome", page.outcome());
    fields.put("reason", page.reason());
    fields.put("status", page.status().orElse(0));
    fields.put("redirect_to", page.redirectTo() == null ? null : key(page.redirectTo()));
    fields.put("depth", page.depth());
    fields.put("referrer", page.referrer() == null ? null : key(page.referrer()));
    fields.put("links", page.links().stream().map(TruthJudge::key).distinct().toList());
    var content = page.content();
    fields.put("bytes", content == null ? null : content.bytes());
    fields.put("charset", content == null ? null : content.charset());
    fields.put("title", page.html() == null ? null : page.html().title());
    return fields;
  }

  /// In an unlimited crawl depth and referrer are those of the first discovery (contract).
  private boolean isExact() {
    return crawl.isLevelled() || !crawl.depth().isUnlimited();
  }

  private static String key(String url) {
    return CrawlUrl.of(url).key();
  }
}
