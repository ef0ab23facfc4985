package dev.crawler.http;

import dev.crawler.core.fetch.Body;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Recording;
import dev.crawler.core.fetch.Transcript;
import dev.crawler.core.fetch.WireTap;
import dev.crawler.core.plan.RequestFields;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.jspecify.annotations.Nullable;

/// A GET of a path that goes out byte for byte, and that can be cancelled: the library's own
/// cancellable request takes only what `java.net.URI` takes. *Confined to the thread that fetches,
/// but for [#cancel()].*
final class PageRequest extends BasicClassicHttpRequest implements CancellableDependency {
  private static final long serialVersionUID = 1L;

  private final boolean mayBePrivate;
  private final transient Exchange exchange;
  private transient @Nullable WireTap tap;

  private PageRequest(FetchTask task, RequestFields fields, Exchange exchange) {
    super(Method.GET, null, fields.target(task));
    mayBePrivate = task.mayBePrivate() || fields.proxy().isPresent();
    this.exchange = exchange;
  }

  /// The request of a task, cancelled with its exchange.
  static PageRequest of(FetchTask task, RequestFields fields, Exchange exchange) {
    var request = new PageRequest(task, fields, exchange);
    addFields(request, task, fields);
    return request;
  }

  /// The same for the library's event handlers, which are not asked to cancel anything.
  static HttpRequest plain(FetchTask task, RequestFields fields) {
    var request = new BasicHttpRequest(Method.GET, null, fields.target(task));
    addFields(request, task, fields);
    return request;
  }

  private static void addFields(HttpRequest request, FetchTask task, RequestFields fields) {
    for (var field : fields.of(task)) {
      request.addHeader(field.name(), field.value());
    }
  }

  /// What it is a part of.
  Exchange exchange() {
    return exchange;
  }

  /// Takes what hears the latest attempt to send it.
  void tap(WireTap latest) {
    tap = latest;
  }

  /// What was heard of the answer to it.
  Recording recording(int status, Headers headers, Body body, boolean truncated) {
    return tap == null ? Transcript.NONE : tap.recording(status, headers, body, truncated);
  }

  /// Whether it may be sent to an address that is not public. A proxy's may be any: the user has
  /// chosen it.
  boolean mayBePrivate() {
    return mayBePrivate;
  }

  @Override
  public void setDependency(Cancellable dependency) {
    exchange.cancellation().setDependency(dependency);
  }

  @Override
  public boolean isCancelled() {
    return exchange.cancellation().isCancelled();
  }

  @Override
  public boolean cancel() {
    return exchange.cancellation().cancel();
  }
}
