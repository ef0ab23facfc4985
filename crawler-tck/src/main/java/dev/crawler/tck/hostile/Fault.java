package dev.crawler.tck.hostile;

import dev.crawler.core.fetch.Reason;
import dev.crawler.core.record.RecordOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One misbehaviour of a server, and what a crawler must make of it. *Immutable.*
///
/// @param id of the fault, such as `N8`, with a letter when it has several forms
/// @param title what goes wrong
/// @param door how the server meets connections
/// @param host under which name it is reached, and where that leads
/// @param script what it does with a request
/// @param expectations what must be recorded, the page `/` first
/// @param chance what its end hangs on, empty for almost all: where there is a chance, the records
///   of two engines may differ and are not compared
public record Fault(
    String id,
    String title,
    Door door,
    Host host,
    Script script,
    List<Expectation> expectations,
    String chance) {
  /// How a server meets connections.
  public enum Door {
    /// Accepts; the script plays after a request was read.
    OPEN,
    /// As open, and the script answers for robots.txt too.
    OPEN_WITH_ROBOTS,
    /// Accepts; the script plays at once, whatever is sent.
    RAW,
    /// As raw, but the URL says https.
    RAW_HTTPS,
    /// Nothing listens.
    CLOSED,
    /// Listens and never accepts; the queue of connections is full.
    BLOCKED,
    /// As open, and the same port of another address is blocked.
    OPEN_BESIDE_BLOCKED,
    /// As open, and speaks TLS with a client that begins with it.
    SECURE;

    /// Whether connections are accepted.
    boolean accepts() {
      return this != CLOSED && this != BLOCKED;
    }

    /// Whether the script answers for robots.txt.
    boolean playsRobots() {
      return this == OPEN_WITH_ROBOTS || this == SECURE;
    }

    /// Whether the script plays at once.
    boolean isRaw() {
      return this == RAW || this == RAW_HTTPS;
    }
  }

  /// What a server does with one request; the connection is closed when it returns, unless the
  /// exchange was told otherwise.
  @FunctionalInterface
  interface Script {
    void play(Exchange exchange) throws java.io.IOException, InterruptedException;
  }

  /// What must be recorded for one URL. *Immutable.*
  ///
  /// @param url path and query, or an absolute URL, in which `{port}` is that of the server
  /// @param verdicts one, or any of these where there is a chance
  /// @param retries whether the request is made again
  /// @param links the recorded ones, written as the URL is; null where they do not matter
  public record Expectation(
      String url, List<Verdict> verdicts, Retries retries, @Nullable List<String> links) {
    /// Copies the lists.
    public Expectation {
      verdicts = List.copyOf(verdicts);
      links = links == null ? null : List.copyOf(links);
    }

    Expectation(String url, List<Verdict> verdicts, Retries retries) {
      this(url, verdicts, retries, null);
    }

    boolean isDetermined() {
      return verdicts.size() == 1 && retries != Retries.ANY;
    }
  }

  /// Whether a request is made again after the fault: that of the page, or on a host whose
  /// robots.txt is the fault, that of robots.txt.
  public enum Retries {
    /// Exactly one request.
    NONE,
    /// Once, for then it goes well.
    ONCE,
    /// As often as the plan says.
    ALL,
    /// Left to chance, as the verdict is.
    ANY
  }

  /// How a URL may end. *Immutable.*
  ///
  /// @param status 0 for any
  public record Verdict(
      RecordOutcome outcome, @Nullable Reason reason, int status, boolean truncated) {
    static final Verdict OK = new Verdict(RecordOutcome.OK, null, 0, false);
    static final Verdict CUT = new Verdict(RecordOutcome.OK, null, 0, true);
    static final Verdict REDIRECT = new Verdict(RecordOutcome.REDIRECT, null, 0, false);

    static Verdict failed(Reason reason) {
      return new Verdict(RecordOutcome.FAILED, reason, 0, false);
    }

    static Verdict excluded(Reason reason) {
      return new Verdict(RecordOutcome.EXCLUDED, reason, 0, false);
    }

    static Verdict error(int status) {
      return new Verdict(RecordOutcome.HTTP_ERROR, null, status, false);
    }
  }

  /// Copies the list, and refuses two ends without a chance that decides between them.
  public Fault {
    expectations = List.copyOf(expectations);
    if (chance.isEmpty() && !expectations.stream().allMatch(Expectation::isDetermined)) {
      throw new IllegalArgumentException(id + " must end in one way, or say what decides");
    }
  }

  static Fault of(String id, String title, Script script, Retries retries, Verdict verdict) {
    return at(Door.OPEN, id, title, script, retries, verdict);
  }

  static Fault at(
      Door door, String id, String title, Script script, Retries retries, Verdict verdict) {
    var page = new Expectation("/", List.of(verdict), retries);
    var after = new Expectation("/after", List.of(Verdict.OK), Retries.NONE);
    boolean servesBoth =
        switch (door) {
          case OPEN, OPEN_BESIDE_BLOCKED -> true;
          case OPEN_WITH_ROBOTS, RAW, RAW_HTTPS, CLOSED, BLOCKED, SECURE -> false;
        };
    var expectations = servesBoth ? List.of(page, after) : List.of(page);
    return new Fault(id, title, door, Host.HERE, script, expectations, "");
  }

  /// A fault of whose page no more can be said than that it ends in one of these ways.
  static Fault byChance(
      Door door, String id, String title, Script script, String chance, Verdict... verdicts) {
    var page = new Expectation("/", List.of(verdicts), Retries.ANY);
    return new Fault(id, title, door, Host.HERE, script, List.of(page), chance);
  }

  /// The same with another URL that must be recorded.
  Fault and(String url, Verdict verdict) {
    var all = new ArrayList<>(expectations);
    all.add(new Expectation(url, List.of(verdict), Retries.NONE));
    return new Fault(id, title, door, host, script, all, chance);
  }

  /// Whether its records are the same on all engines.
  public boolean isCompared() {
    return chance.isEmpty();
  }

  /// The same on another host.
  Fault on(Host other) {
    return new Fault(id, title, door, other, script, expectations, chance);
  }

  /// The same, whose page is at that URL.
  Fault at(String url) {
    var all = new ArrayList<>(expectations);
    var page = all.getFirst();
    all.set(0, new Expectation(url, page.verdicts(), page.retries(), page.links()));
    return new Fault(id, title, door, host, script, all, chance);
  }

  /// The same, whose page must be recorded with these links.
  Fault linking(String... links) {
    var all = new ArrayList<>(expectations);
    var page = all.getFirst();
    all.set(0, new Expectation(page.url(), page.verdicts(), page.retries(), List.of(links)));
    return new Fault(id, title, door, host, script, all, chance);
  }

  /// URLs to begin with: the page, and on a host that can serve it a good page, `/after`, which
  /// must be had whatever came before it. Where both schemes are spoken, all that is expected.
  public List<String> seeds() {
    return switch (door) {
      case OPEN, OPEN_WITH_ROBOTS, OPEN_BESIDE_BLOCKED -> List.of("/", "/after");
      case RAW, RAW_HTTPS, CLOSED, BLOCKED -> List.of("/");
      case SECURE -> expectations.stream().map(Expectation::url).toList();
    };
  }

  @Override
  public String toString() {
    return id + " " + title;
  }
}
