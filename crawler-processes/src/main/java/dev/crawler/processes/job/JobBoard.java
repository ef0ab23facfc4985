package dev.crawler.processes.job;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.Charter;
import dev.crawler.core.session.Release;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.processes.ledger.Attempts;
import dev.crawler.processes.wire.Envelope;
import dev.crawler.processes.wire.PlanCodec;
import dev.crawler.processes.wire.WireInput;
import dev.crawler.processes.wire.WireOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be done, where all can read it. Only the coordinator writes here. *Thread-safe.*
public final class JobBoard {
  private static final String NAME = "crawler.job";
  private static final String PLAN = "plan";
  private static final String CHARTER = "charter.";
  private static final String JOB = "job";
  private static final String RELEASED = "released";
  private static final String WORKERS = "workers";
  private static final String KEEPING = "keeping";
  private static final Envelope PLACES = new Envelope("a part of the charter", 1);
  private static final Envelope NAMES = new Envelope("names of workers", 1);
  private static final Envelope STATE = new Envelope("whether a job is kept", 1);
  private static final Envelope TITLE = new Envelope("the title of a job", 1);

  /// Of the charter, a piece.
  private static final int PIECE = 1_000;

  private final IMap<String, byte[]> board;
  private final Attempts attempts;

  /// The board of a member's or client's cluster; there is one.
  public JobBoard(HazelcastInstance hazelcast) {
    this.board = hazelcast.getMap(NAME);
    this.attempts = new Attempts(hazelcast);
  }

  /// What a job is called, and by what it is known again. *Immutable.*
  ///
  /// @param id of the run
  /// @param fingerprint of its plan
  /// @param seeds the fingerprint of its seeds, once they are all in the ledger; empty before
  public record Title(String id, String fingerprint, String seeds) {
    /// Whether all seeds are in the ledger.
    public boolean opened() {
      return !seeds.isEmpty();
    }
  }

  /// Whether a crawl goes on when all its processes have died.
  public enum Keeping {
    /// It does not.
    NONE,
    /// It does.
    BEGUN,
    /// It has.
    RESUMED;

    /// Whether workers write journals.
    public boolean isKept() {
      return this != NONE;
    }
  }

  /// Whether the job is kept.
  public Keeping keeping() {
    var bytes = get(KEEPING);
    return bytes == null ? Keeping.NONE : STATE.open(bytes, in -> in.choice(Keeping.class));
  }

  /// Says whether the job is kept.
  public void put(Keeping keeping) {
    set(KEEPING, STATE.seal(out -> out.choice(keeping)));
  }

  /// The job that is there, if any.
  public Optional<Title> title() {
    return Optional.ofNullable(get(JOB))
        .map(bytes -> TITLE.open(bytes, in -> new Title(in.text(), in.text(), in.text())));
  }

  /// Puts a job up, or changes its title.
  public void put(Title title) {
    set(
        JOB,
        TITLE.seal(out -> {
          out.text(title.id());
          out.text(title.fingerprint());
          out.text(title.seeds());
        }));
  }

  /// Puts up what is to be done.
  public void put(CrawlPlan plan) {
    set(PLAN, PlanCodec.encode(plan));
  }

  /// Puts up what the seeds say.
  public void put(Charter charter) {
    var places = List.copyOf(charter.places());
    int pieces = 0;
    for (int start = 0; start < places.size(); start += PIECE) {
      var piece = places.subList(start, Math.min(places.size(), start + PIECE));
      set(CHARTER + pieces++, PLACES.seal(out -> out.list(piece, JobBoard::write)));
    }
  }

  /// What is to be done; the seeds are elsewhere.
  public CrawlPlan plan() {
    var bytes = get(PLAN);
    if (bytes == null) {
      throw new IllegalStateException("there is no job");
    }
    return PlanCodec.decode(bytes);
  }

  /// What the seeds of that plan say.
  public Charter charter(CrawlPlan plan) {
    var charter = new Charter(plan.scope());
    int piece = 0;
    for (var bytes = get(CHARTER + piece); bytes != null; bytes = get(CHARTER + piece)) {
      PLACES.open(bytes, in -> in.list(JobBoard::place)).forEach(charter::add);
      piece++;
    }
    return charter;
  }

  /// With the credentials, which the URL's other codec leaves out.
  private static void write(WireOutput out, Charter.Place place) {
    out.text(place.url().href());
    out.flag(place.named());
    out.flag(place.reached());
  }

  private static Charter.Place place(WireInput in) {
    return new Charter.Place(CrawlUrl.of(in.text()), in.flag(), in.flag());
  }

  /// The levels that were released, in their order, and what they have left of `--max-pages`: one
  /// entry, so that neither is there without the other. *Immutable.*
  ///
  /// @param pagesLeft any number when there is no such limit
  public record Released(List<Release> levels, long pagesLeft) {
    /// Copies the list.
    public Released {
      levels = List.copyOf(levels);
    }
  }

  /// What was released; empty before the first level.
  public Optional<Released> released() {
    return Optional.ofNullable(get(RELEASED)).map(Messages::released);
  }

  /// The levels that were released, in their order.
  public List<Release> releases() {
    return released().map(Released::levels).orElse(List.of());
  }

  /// Adds one.
  ///
  /// @param pagesLeft of `--max-pages` after it
  public void add(Release release, long pagesLeft) {
    var all = new ArrayList<>(releases());
    all.add(release);
    set(RELEASED, Messages.of(new Released(all, pagesLeft)));
  }

  /// What the releases have left of `--max-pages`.
  public OptionalLong pagesLeft(OptionalLong maxPages) {
    return maxPages.isEmpty()
        ? maxPages
        : released().map(released -> OptionalLong.of(released.pagesLeft())).orElse(maxPages);
  }

  /// All workers there ever were, under the numbers that they were given.
  public Map<UUID, Introduction> workers() {
    var known = new HashMap<UUID, Introduction>();
    var bytes = get(WORKERS);
    if (bytes != null) {
      NAMES.open(
          bytes,
          in ->
              in.list(i -> known.put(UUID.fromString(i.text()), Messages.introduction(i.bytes()))));
    }
    return known;
  }

  /// Puts them up, for a coordinator to come: it may never meet them.
  public void put(Map<UUID, Introduction> workers) {
    set(
        WORKERS,
        NAMES.seal(out ->
            out.list(
                workers.entrySet(),
                (o, entry) -> {
                  o.text(entry.getKey().toString());
                  o.bytes(Messages.of(entry.getValue()));
                })));
  }

  /// Takes everything down.
  public void clear() {
    attempts.of(() -> {
      board.clear();
      return true;
    });
  }

  private void set(String key, byte[] value) {
    attempts.of(() -> {
      board.set(key, value);
      return true;
    });
  }

  private byte @Nullable [] get(String key) {
    return attempts.of(() -> Optional.ofNullable(board.get(key))).orElse(null);
  }
}
