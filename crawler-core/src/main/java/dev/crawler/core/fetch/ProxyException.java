package dev.crawler.core.fetch;

import java.io.IOException;
import java.util.Objects;

/// The proxy did not let a request through, whatever became of its target. For fetchers, within
/// which it becomes a [FetchFailure#PROXY]. *Immutable.*
public final class ProxyException extends IOException {
  private static final long serialVersionUID = 1L;

  private ProxyException(ProxyServer proxy, String what) {
    super("proxy " + proxy + " " + what);
  }

  /// Which proxy it was and what it did, in one line.
  String said() {
    return Objects.requireNonNullElse(getMessage(), "");
  }

  /// It has no address, or takes no connection there.
  public static ProxyException unreachable(ProxyServer proxy) {
    return new ProxyException(proxy, "cannot be reached");
  }

  /// It answered, but not with a 2xx.
  public static ProxyException refused(ProxyServer proxy, int status) {
    return new ProxyException(proxy, "answered " + status);
  }

  /// It hung up, said nothing in time, or something that is no answer.
  public static ProxyException silent(ProxyServer proxy) {
    return new ProxyException(proxy, "gave no answer to CONNECT");
  }
}
