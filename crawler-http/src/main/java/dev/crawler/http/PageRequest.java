package dev.crawler.http;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.plan.RequestFields;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/// A GET of a path that goes out byte for byte, and that can be cancelled: the library's own
/// cancellable request takes only what `java.net.URI` takes. *Confined to the thread that fetches,
/// but for [#cancel()].*
final class PageRequest extends BasicClassicHttpRequest implements CancellableDependency {
  private static final long serialVersionUID = 1L;

  private final boolean mayBePrivate;
  private final transient CancellableDependency cancellation;

  private PageRequest(FetchTask task, CancellableDependency cancellation) {
    super(Method.GET, null, task.link().url().pathAndQuery());
    mayBePrivate = task.mayBePrivate();
    this.cancellation = cancellation;
  }

  /// The request of a task, cancelled with its exchange.
  static PageRequest of(FetchTask task, RequestFields fields, CancellableDependency cancellation) {
    var request = new PageRequest(task, cancellation);
    for (var field : fields.of(task)) {
      request.addHeader(field.name(), field.value());
    }
    return request;
  }

  /// Whether it may be sent to an address that is not public.
  boolean mayBePrivate() {
    return mayBePrivate;
  }

  @Override
  public void setDependency(Cancellable dependency) {
    cancellation.setDependency(dependency);
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  @Override
  public boolean cancel() {
    return cancellation.cancel();
  }
}
